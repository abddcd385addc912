import type { Quota, Vacancy } from '../documents/index.ts';

/** A quota with how many of its places are allocated. */
export type Allotted = Quota & { allocated: number };

type Wanted = Pick<Vacancy, 'occupation' | 'sector' | 'places'>;

/** For whom any of these parts is named it is kept; a vacancy names none of them. */
const isReserved = ({ kind, scope }: Quota): boolean =>
  kind === 'reserve' || scope?.origin !== undefined || scope?.tranche !== undefined;

const isFor = ({ scope, period: { from, to } }: Quota, { occupation, sector }: Wanted, on: string): boolean =>
  from <= on &&
  (to ?? on) >= on &&
  (scope?.sector === undefined || scope.sector === sector) &&
  (scope?.occupation === undefined || occupation.startsWith(scope.occupation));

/** From a quota up to the topmost. */
function wayUp(quota: Allotted, all: ReadonlyMap<string, Allotted>): Allotted[] {
  const parent = quota.parent === undefined ? undefined : all.get(quota.parent);
  return parent ? [quota, ...wayUp(parent, all)] : [quota];
}

/** A quota to take places from: it and those above it, and the places that are left in all of them. */
type Open = { quota: Allotted; way: readonly Allotted[]; remaining: number };

const asOpen = (way: readonly Allotted[]): Open[] =>
  way.slice(0, 1).map((quota) => ({
    ...{ quota, way, remaining: Math.min(...way.map(({ places, allocated }) => places - allocated)) },
  }));

/**
 * The quota of its pathway that a vacancy's places are taken from on a day: of those in force for such work, and for workers from anywhere,
 * the one set aside most narrowly that has as many left. Undefined: there is none to take places from. Where none has as many, the one
 * that has the most.
 */
export function quotaToHold(vacancy: Wanted, quotas: readonly Allotted[], on: string): Open | undefined {
  const byId = new Map(quotas.map((quota) => [quota.id, quota]));
  const open = quotas
    .map((quota) => wayUp(quota, byId))
    .filter((way) => way.every((one) => one.kind !== 'target' && !isReserved(one) && isFor(one, vacancy, on)))
    .flatMap(asOpen)
    .sort((a, b) => b.way.length - a.way.length || b.remaining - a.remaining || a.quota.id.localeCompare(b.quota.id));
  const most = Math.max(...open.map(({ remaining }) => remaining));
  return open.find(({ remaining }) => remaining >= Math.min(vacancy.places, most));
}
