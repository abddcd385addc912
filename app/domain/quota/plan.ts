import type { Quota } from '../documents/quota.ts';
import type { Text } from '../documents/text.ts';
import { monthsBefore } from '../time/calendar.ts';

/**
 * What an office wants quotas of one pathway to become, all at once. `id` and `name`: the pathway's. `transferred`: places go from one to a sibling.
 * `from`: the day on which it takes effect; absent: with its approval.
 */
export type QuotaPlan = {
  type: 'quotas';
  id: string;
  name: Text;
  act: 'amended' | 'transferred';
  from?: string;
  quotas: readonly Quota[];
};

/** A quota as it stands. */
export type Standing = Quota & { allocated: number; used?: number; remaining?: number };

/** The document of a quota, without its state. */
function documentOf(quota: Quota | Standing): Quota {
  if (!('allocated' in quota)) return quota;
  const { allocated: _allocated, used: _used, remaining: _remaining, ...document } = quota;
  return document;
}

/** What a plan does to a quota: `now` null: it is new. `remaining` as it will be, with those above. */
export type Effect = { quota: Quota; now: number | null; next: number; allocated: number; remaining: number };

/** The quotas that say something else than they do now, or that are new. */
export function changedQuotas(wanted: readonly (Quota | Standing)[], now: ReadonlyMap<string, Quota>): Quota[] {
  return wanted.map(documentOf).filter((quota) => {
    const before = now.get(quota.id);
    return before === undefined || JSON.stringify(ordered(before)) !== JSON.stringify(ordered(quota));
  });
}

/** The same quota with its keys in one order, and nothing of its state. */
const ordered = ({ type, id, pathway, period, places, label, scope, kind, parent, publishedBy, sources }: Quota) => ({
  ...{ type, id, pathway, period, places, label, scope, kind, parent, publishedBy, sources },
});

/** Why places cannot go from one quota to another: they are one, have not the same parent, or the first has not as many left. */
export type NoTransfer = 'same' | 'not-siblings' | 'too-many';

/** Two siblings after places went from one to the other; both keep what they have allocated. */
export function transfer(
  from: Standing,
  to: Standing,
  places: number,
): { ok: true; quotas: Quota[] } | { ok: false; problem: NoTransfer } {
  if (from.id === to.id) return { ok: false, problem: 'same' };
  if (from.parent === undefined || from.parent !== to.parent) return { ok: false, problem: 'not-siblings' };
  if (places > from.places - from.allocated) return { ok: false, problem: 'too-many' };
  const move = (quota: Standing, by: number): Quota => ({ ...documentOf(quota), places: quota.places + by });
  return { ok: true, quotas: [move(from, -places), move(to, places)] };
}

/**
 * The quotas of one year as those of a later one: periods, ids and names moved on. `carried`: the places that were left are added.
 * What a source said of the old year it does not say of the new one.
 */
export function inLaterYear(
  quotas: readonly Standing[],
  { year, to, carried }: { year: number; to: number; carried: boolean },
): Quota[] {
  const moved = (text: string) => text.replaceAll(String(year), String(to));
  const later = (day: string) => monthsBefore(day, 12 * (year - to));
  const newId = (id: string) => (moved(id) === id ? `${id}-${to}` : moved(id));
  return quotas.map((quota) => {
    const { id, period, label, parent, places, sources: _old, ...rest } = documentOf(quota);
    return {
      ...rest,
      id: newId(id),
      period: {
        from: later(period.from),
        ...(period.to !== undefined && { to: later(period.to) }),
      },
      places: places + (carried ? places - quota.allocated : 0),
      ...(label && {
        label: { ...label, ...Object.fromEntries(Object.entries(label).map(([tag, text]) => [tag, moved(text)])) },
      }),
      ...(parent !== undefined && { parent: newId(parent) }),
    };
  });
}

/** What a plan comes to: every quota that it changes, and those above them, the topmost first. */
export function effectsOf(plan: readonly Quota[], standing: readonly Standing[]): Effect[] {
  const now = new Map(standing.map((quota) => [quota.id, quota]));
  const then = new Map<string, Quota>([...standing, ...plan].map((quota) => [quota.id, quota]));
  const wayUp = (id: string): string[] => {
    const way: string[] = [];
    for (
      let at: string | undefined = id;
      at !== undefined && then.has(at) && !way.includes(at);
      at = then.get(at)?.parent
    )
      way.push(at);
    return way;
  };
  const left = (id: string) => (then.get(id)?.places ?? 0) - (now.get(id)?.allocated ?? 0);
  const concerned = new Set(plan.flatMap(({ id }) => wayUp(id).reverse()));
  return [...concerned].flatMap((id) => {
    const quota = then.get(id);
    if (!quota) return [];
    return [
      {
        ...{ quota, now: now.get(id)?.places ?? null, next: quota.places, allocated: now.get(id)?.allocated ?? 0 },
        remaining: Math.min(...wayUp(id).map(left)),
      },
    ];
  });
}
