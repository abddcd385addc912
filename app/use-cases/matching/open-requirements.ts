import type { CompiledPathway } from '../../domain/eligibility/evaluate.ts';
import { isInEffect } from '../../domain/eligibility/in-effect.ts';
import type { Person } from '../../domain/rule/person.ts';
import type { Doors } from '../assess-profile.ts';
import type { CompiledRequirements, OpenRequirements, PathwaysById } from './compiled-requirements.ts';

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

/** What somebody may take: the requirements, by number, of vacancies that are open to her or may be, and the pathways that they are under. */
export async function openRequirements(
  doors: MatchDoors,
  person: Person,
): Promise<{ open: OpenRequirements; pathways: PathwaysById }> {
  const pathways = pathwaysOn(doors, person.on);
  const [open = { eligible: [], possible: [] }] = await doors.requirements.judge(doors.db, [person], pathways);
  return { open, pathways: await pathways };
}

/** Of each group of what a person may become: the requirements under these pathways that she meets as any of them, and does not meet yet. */
export async function requirementsOpened(
  doors: MatchDoors,
  person: Person,
  { groups, among }: { groups: readonly (readonly Person[])[]; among: readonly string[] },
): Promise<number[][]> {
  const pathways = pathwaysOn(doors, person.on).then((all) => new Map([...all].filter(([id]) => among.includes(id))));
  const judged = await doors.requirements.judge(doors.db, [person, ...groups.flat()], pathways);
  const met = new Set(judged[0]?.eligible);
  let at = 1;
  return groups.map((group) => {
    const [first, ...others] = judged.slice(at, at + group.length).map(({ eligible }) => new Set(eligible));
    at += group.length;
    return [...(first ?? [])].filter((id) => !met.has(id) && others.every((other) => other.has(id)));
  });
}
