import type { Pathway } from '../../domain/documents/index.ts';
import { isInEffect } from '../../domain/eligibility/in-effect.ts';
import type { Person } from '../../domain/rule/person.ts';
import type { Doors } from '../assess-profile.ts';
import type { CompiledRequirements, OpenRequirements } from './compiled-requirements.ts';

export type MatchDoors = Doors & { requirements: CompiledRequirements };

/** What somebody may take: the requirements, by number, of vacancies that are open to her or may be, and the pathways that they are under. */
export async function openRequirements(
  { db, compiled, requirements }: MatchDoors,
  person: Person,
): Promise<{ open: OpenRequirements; pathways: ReadonlyMap<string, Pathway> }> {
  const inEffect = (await compiled.on(db, person.on)).filter(({ pathway }) => isInEffect(pathway, person.on));
  const pathways = new Map(inEffect.map(({ pathway }) => [pathway.id, pathway]));
  return { open: await requirements.judge(db, person, [...pathways.values()]), pathways };
}
