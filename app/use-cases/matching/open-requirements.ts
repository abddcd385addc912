import { ahead } from '../../domain/ahead.ts';
import type { CompiledPathway } from '../../domain/eligibility/evaluate.ts';
import { isInEffect } from '../../domain/eligibility/in-effect.ts';
import type { Person } from '../../domain/rule/person.ts';
import type { Doors } from '../assess-profile.ts';
import {
  type CompiledRequirements,
  type OpenRequirements,
  openOf,
  type PathwaysById,
  type ReadyRequirements,
} from './compiled-requirements.ts';

export type MatchDoors = Doors & { requirements: CompiledRequirements };

/** Of the last list of pathways on a day: those in effect, by their ids. */
const inEffect = new WeakMap<readonly CompiledPathway[], { on: string; byId: PathwaysById }>();

/** The pathways in effect on a day, by their ids; the same map as before while nothing changes. */
async function pathwaysOn({ db, compiled }: MatchDoors, on: string): Promise<PathwaysById> {
  const published = await compiled.on(db, on);
  const known = inEffect.get(published);
  if (known?.on === on) return known.byId;
  const now = published.filter(({ pathway }) => isInEffect(pathway, on));
  const byId = new Map(now.map(({ pathway }) => [pathway.id, pathway]));
  inEffect.set(published, { on, byId });
  return byId;
}

/** The pathways in effect on a day, and what vacancies under them require. */
export type Standing = { on: string; pathways: PathwaysById; ready: ReadyRequirements };

/** What stood when it was looked at last. */
const last = new WeakMap<CompiledRequirements, Standing>();

/** As it stands now: the same one as before while nothing changes. */
export async function standingOn(doors: MatchDoors, on: string): Promise<Standing> {
  const pathways = pathwaysOn(doors, on);
  const ready = await doors.requirements.under(doors.db, pathways);
  const before = last.get(doors.requirements);
  if (before?.on === on && before.ready === ready) return before;
  const standing = { on, ready, pathways: await pathways };
  last.set(doors.requirements, standing);
  return standing;
}

/** What is found by what stands on a day. */
export function byStanding<T>(doors: MatchDoors, on: string, find: (standing: Standing) => Promise<T>): Promise<T> {
  const before = last.get(doors.requirements);
  return ahead(before?.on === on ? before : undefined, () => standingOn(doors, on), find);
}

/** The requirements, by number, of vacancies that are open to somebody or may be. */
export async function openRequirements(doors: MatchDoors, person: Person): Promise<OpenRequirements> {
  const { ready } = await standingOn(doors, person.on);
  return openOf(ready, person);
}

/** For each group of persons whom one may become: the requirements that every one of them meets, and she does not yet. */
export function requirementsOpened(
  required: ReadyRequirements,
  person: Person,
  groups: readonly (readonly Person[])[],
): number[][] {
  const metBy = (one: Person) => new Set(openOf(required, one).eligible);
  const met = metBy(person);
  return groups.map((group) => {
    const [first, ...others] = group.map(metBy);
    return [...(first ?? [])].filter((id) => !met.has(id) && others.every((other) => other.has(id)));
  });
}
