import type { AllocationStatus } from '../../app/domain/quota/allocation.ts';
import type { EntryKind } from '../../app/domain/quota/ledger.ts';

type Sums = { places: number; allocated: number; used: number };

/** A quota and what it says of itself at the end. */
export type RecordedQuota = Sums & { id: string; parent: string | null };

/** An entry: what it added, and what the sums are said to have come to. */
export type RecordedEntry = Sums & {
  quota: string;
  position: number;
  kind: EntryKind;
  after: Sums;
  askedOf: string;
  /** The row of the allocation; null where it is about places. */
  allocation: number | null;
};

/** An allocation as it ended. */
export type RecordedAllocation = Reference & { id: number; places: number; status: AllocationStatus };
type Reference = { quota: string; office: string; reference: string };

/** All that was written about some trees of quotas; the entries of each quota in their order. */
export type History = {
  quotas: readonly RecordedQuota[];
  entries: readonly RecordedEntry[];
  allocations: readonly RecordedAllocation[];
};

/** What a client was told, and may rely on; `full`: how many places were left where there were too few. */
export type Told = Reference &
  (
    | { outcome: 'granted'; places: number }
    | { outcome: 'refused'; full?: { quota: string; remaining: number } }
    | { outcome: 'settled'; status: AllocationStatus }
  );

const show = ({ places, allocated, used }: Sums) => `${allocated} of ${places}, ${used} taken up`;
const nameOf = ({ quota, office, reference }: Reference) => JSON.stringify([quota, office, reference]);
const plus = (a: Sums, b: Sums): Sums => ({
  places: a.places + b.places,
  allocated: a.allocated + b.allocated,
  used: a.used + b.used,
});
const isSame = (a: Sums, b: Sums) => a.places === b.places && a.allocated === b.allocated && a.used === b.used;
const NOTHING: Sums = { places: 0, allocated: 0, used: 0 };

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}

/** At every instant no more is granted than there are places, no more taken up than granted, and the sums follow from the entries. */
function* overTime({ quotas }: History, ledgers: Map<string, RecordedEntry[]>): Generator<string> {
  for (const quota of quotas) {
    let now = NOTHING;
    for (const [index, entry] of (ledgers.get(quota.id) ?? []).entries()) {
      now = plus(now, entry);
      const at = `${quota.id}, entry ${entry.position} (${entry.kind})`;
      if (entry.position !== index + 1) yield `${at}: it is the one at ${index + 1}`;
      if (now.allocated > now.places) yield `${at}: oversold, ${show(now)}`;
      if (now.used < 0 || now.used > now.allocated) yield `${at}: more taken up than granted, ${show(now)}`;
      if (!isSame(now, entry.after)) yield `${at}: the sums are ${show(now)}, not ${show(entry.after)}`;
    }
    if (!isSame(now, quota)) yield `${quota.id}: it says ${show(quota)}, its entries come to ${show(now)}`;
  }
}

/** The quotas that an allocation takes from: its own and all above. */
function wayUp({ quotas }: History, from: string): string[] {
  const parents = new Map(quotas.map(({ id, parent }) => [id, parent]));
  const way: string[] = [];
  for (let at: string | null = from; at !== null; at = parents.get(at) ?? null) way.push(at);
  return way;
}

/** What may follow each kind of entry about one allocation. */
const LIVES: Partial<Record<EntryKind | 'nothing', readonly EntryKind[]>> = {
  nothing: ['allocated'],
  allocated: ['taken-up', 'released', 'expired'],
  'taken-up': ['released'],
};

/** Each allocation was granted once and lived as it may, on its quota and alike on every one above, and nowhere else. */
function* acrossTrees(history: History): Generator<string> {
  const byAllocation = grouped(history.entries, ({ allocation }) => allocation);
  const said = ({ kind, allocated, used, askedOf }: RecordedEntry) => `${kind} ${allocated} ${used} of ${askedOf}`;
  for (const allocation of history.allocations) {
    const name = nameOf(allocation);
    const ledgers = grouped(byAllocation.get(allocation.id) ?? [], ({ quota }) => quota);
    const own = ledgers.get(allocation.quota) ?? [];
    const way = wayUp(history, allocation.quota);
    for (const quota of way) {
      const found = (ledgers.get(quota) ?? []).map(said).join('; ');
      const expected = own.map(said).join('; ');
      if (found !== expected) yield `${name}: half done, on ${quota} "${found}", not "${expected}"`;
    }
    for (const quota of ledgers.keys()) if (!way.includes(quota)) yield `${name}: it took from ${quota}, not above it`;
    let before: EntryKind | 'nothing' = 'nothing';
    for (const { kind } of own) {
      if (!LIVES[before]?.includes(kind)) yield `${name}: ${kind} after ${before}`;
      before = kind;
    }
    if (before !== allocation.status) yield `${name}: it says ${allocation.status}, its last entry ${before}`;
    if (own[0]?.allocated !== allocation.places)
      yield `${name}: ${own[0]?.allocated} granted, not ${allocation.places}`;
  }
  const known = new Set(history.allocations.map(({ id }) => id));
  for (const id of byAllocation.keys()) if (id !== null && !known.has(id)) yield `entries of no allocation (${id})`;
  for (const [name, all] of grouped(history.allocations, nameOf))
    if (all.length > 1) yield `${name}: granted ${all.length} times`;
}

/** What happened below happened above in the same order: nobody saw one and not the other. */
function* inOneOrder({ quotas }: History, ledgers: Map<string, RecordedEntry[]>): Generator<string> {
  const acts = (quota: string) =>
    (ledgers.get(quota) ?? []).flatMap(({ allocation, kind }) =>
      allocation === null ? [] : [`${allocation} ${kind}`],
    );
  for (const { id, parent } of quotas) {
    if (parent === null) continue;
    const below = acts(id);
    const seen = new Set(below);
    const above = acts(parent).filter((act) => seen.has(act));
    const at = below.findIndex((act, index) => act !== above[index]);
    if (at !== -1) yield `${id}: allocation ${below[at]} comes in another order on ${parent}`;
  }
}

const held = new Set<AllocationStatus>(['allocated', 'taken-up']);

/** Every quota holds what the allocations of it and of those below it come to. */
function* inTotal(history: History): Generator<string> {
  const holds = new Map<string, number>();
  for (const { quota, places, status } of history.allocations)
    if (held.has(status)) for (const id of wayUp(history, quota)) holds.set(id, (holds.get(id) ?? 0) + places);
  for (const { id, allocated } of history.quotas)
    if (allocated !== (holds.get(id) ?? 0))
      yield `${id}: ${allocated} allocated, its allocations hold ${holds.get(id) ?? 0}`;
}

/** What was transferred went from one sibling to another, all of it. */
function* betweenSiblings({ quotas, entries }: History): Generator<string> {
  const parents = new Map(quotas.map(({ id, parent }) => [id, parent]));
  const transfers = entries.filter(({ kind }) => kind === 'transferred');
  for (const [parent, all] of grouped(transfers, ({ quota }) => parents.get(quota))) {
    const sum = all.reduce((total, { places }) => total + places, 0);
    if (sum !== 0) yield `${parent}: what was transferred below it comes to ${sum}, not 0`;
  }
}

/** What clients were told is so: a grant is there, a refusal granted nothing and had its reason, what was moved on stayed so. */
function* asTold(history: History, told: readonly Told[], ledgers: Map<string, RecordedEntry[]>): Generator<string> {
  const found = new Map(history.allocations.map((allocation) => [nameOf(allocation), allocation]));
  const everLeft = new Set(
    [...ledgers].flatMap(([quota, entries]) =>
      entries.map(({ after }) => `${quota} ${after.places - after.allocated}`),
    ),
  );
  const granted = new Set(told.flatMap((one) => (one.outcome === 'granted' ? [nameOf(one)] : [])));
  const kinds = grouped(history.entries, ({ allocation }) => allocation);
  for (const one of told) {
    const name = nameOf(one);
    const there = found.get(name);
    if (one.outcome === 'granted' && !there) yield `${name}: lost, though it was acknowledged`;
    if (one.outcome === 'granted' && there && there.places !== one.places)
      yield `${name}: ${there.places} places, acknowledged as ${one.places}`;
    if (one.outcome === 'settled' && !(kinds.get(there?.id ?? null) ?? []).some(({ kind }) => kind === one.status))
      yield `${name}: not ${one.status}, though that was acknowledged`;
    if (one.outcome !== 'refused') continue;
    if (there && !granted.has(name)) yield `${name}: granted, though it was refused`;
    if (one.full && !everLeft.has(`${one.full.quota} ${one.full.remaining}`))
      yield `${name}: refused because ${one.full.quota} had ${one.full.remaining} left, which it never had`;
  }
}

/** Everything in a history, and in what clients were told of it, that may not be; nothing where all is well. */
export function flawsOf(history: History, told: readonly Told[]): string[] {
  const ledgers = grouped(history.entries, ({ quota }) => quota);
  return [
    ...overTime(history, ledgers),
    ...acrossTrees(history),
    ...inOneOrder(history, ledgers),
    ...inTotal(history),
    ...betweenSiblings(history),
    ...asTold(history, told, ledgers),
  ];
}
