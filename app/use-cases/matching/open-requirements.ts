import { keepForEach } from '../../../db/kept.ts';
import { ahead } from '../../domain/ahead.ts';
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

/** The pathways in effect on a day, by their ids. */
async function pathwaysOn({ db, compiled }: MatchDoors, on: string): Promise<PathwaysById> {
  const published = await compiled.on(db, on);
  return new Map(published.flatMap(({ pathway }) => (isInEffect(pathway, on) ? [[pathway.id, pathway] as const] : [])));
}

/** The pathways in effect on a day, and what vacancies under them require. */
export type Standing = { pathways: PathwaysById; ready: ReadyRequirements };

async function readStanding(doors: MatchDoors, on: string): Promise<Standing> {
  const pathways = await pathwaysOn(doors, on);
  return { pathways, ready: await doors.requirements.under(doors.db, pathways) };
}

const standingBy = keepForEach<CompiledRequirements, Standing>(['document_version', 'requirement']);

/** As it stands now: the same one as before while nothing changes. */
export const standingOn = (doors: MatchDoors, on: string): Promise<Standing> =>
  standingBy(doors.requirements).now(doors.db, () => readStanding(doors, on), on);

/** What is found by what stands on a day. */
export function byStanding<T>(doors: MatchDoors, on: string, find: (standing: Standing) => Promise<T>): Promise<T> {
  return ahead(standingBy(doors.requirements).last(on), () => standingOn(doors, on), find);
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
