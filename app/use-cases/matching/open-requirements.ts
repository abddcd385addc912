import type { Pathway } from '../../domain/documents/index.ts';
import { isInEffect } from '../../domain/eligibility/in-effect.ts';
import type { Person } from '../../domain/rule/person.ts';
import type { Doors } from '../assess-profile.ts';
import type { CompiledRequirements, OpenRequirements } from './compiled-requirements.ts';

export type MatchDoors = Doors & { requirements: CompiledRequirements };

/** The pathways in effect on a day, by their ids. */
async function pathwaysOn({ db, compiled }: MatchDoors, on: string): Promise<ReadonlyMap<string, Pathway>> {
  const inEffect = (await compiled.on(db, on)).filter(({ pathway }) => isInEffect(pathway, on));
  return new Map(inEffect.map(({ pathway }) => [pathway.id, pathway]));
}

/** What somebody may take: the requirements, by number, of vacancies that are open to her or may be, and the pathways that they are under. */
export async function openRequirements(
  doors: MatchDoors,
  person: Person,
): Promise<{ open: OpenRequirements; pathways: ReadonlyMap<string, Pathway> }> {
  const pathways = await pathwaysOn(doors, person.on);
  return { open: await doors.requirements.judge(doors.db, person, [...pathways.values()]), pathways };
}

/** Of each group of what a person may become: the requirements under these pathways that she meets as any of them, and does not meet yet. */
export async function requirementsOpened(
  doors: MatchDoors,
  person: Person,
  { groups, among }: { groups: readonly (readonly Person[])[]; among: readonly string[] },
): Promise<number[][]> {
  const inEffect = await pathwaysOn(doors, person.on);
  const pathways = among.flatMap((id) => inEffect.get(id) ?? []);
  const judged = await doors.requirements.judgeEach(doors.db, [person, ...groups.flat()], pathways);
  const met = new Set(judged[0]?.eligible);
  let at = 1;
  return groups.map((group) => {
    const [first, ...others] = judged.slice(at, at + group.length).map(({ eligible }) => new Set(eligible));
    at += group.length;
    return [...(first ?? [])].filter((id) => !met.has(id) && others.every((other) => other.has(id)));
  });
}
