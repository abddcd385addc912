import type { Reader } from '../../db/client.server.ts';
import { checkProfile, type Inquiry, type Problem } from '../domain/documents/index.ts';
import { type Assessment, assess, type CompiledPathway, compilePathway } from '../domain/eligibility/evaluate.ts';
import { ranked } from '../domain/eligibility/rank.ts';
import { Person } from '../domain/rule/person.ts';
import type { CompiledPathways } from './compiled-pathways.ts';

export type Assessed = { ok: true; assessments: Assessment[] } | { ok: false; problems: Problem[] };

/** An inquiry whose day is settled. */
export type Dated = Inquiry & { on: string };

export type Doors = { db: Reader; compiled: CompiledPathways };

/** The pathways of an inquiry; an id that is not published is a problem at its place. */
export async function pathwaysAsked(
  { db, compiled }: Doors,
  { on, pathways, drafts = [] }: Pick<Dated, 'on' | 'pathways' | 'drafts'>,
): Promise<{ found: CompiledPathway[]; problems: Problem[] }> {
  const published = await compiled.on(db, on, pathways);
  const known = new Set(published.map(({ pathway }) => pathway.id));
  const drafted = new Set(drafts.map(({ id }) => id));
  const problems = (pathways ?? []).flatMap((id, at) =>
    known.has(id) ? [] : [{ path: `/pathways/${at}`, message: `there is no pathway "${id}"` }],
  );
  const others = published.filter(({ pathway }) => !drafted.has(pathway.id));
  return { found: [...others, ...drafts.map(compilePathway)], problems };
}

/** A person who asks, and the pathways that she asks about, or what is wrong with the inquiry. */
export async function personAsking(
  doors: Doors,
  inquiry: Dated,
): Promise<{ ok: true; person: Person; pathways: CompiledPathway[] } | { ok: false; problems: Problem[] }> {
  const { profile, on } = inquiry;
  const { found, problems } = await pathwaysAsked(doors, inquiry);
  const wrong = checkProfile(profile, on).map(({ path, ...rest }) => ({ path: `/profile${path}`, ...rest }));
  if (problems.length + wrong.length > 0) return { ok: false, problems: [...wrong, ...problems] };
  return { ok: true, person: new Person(profile, on), pathways: found };
}

/** Assesses a person against pathways, best first (documents.md, «Rule»). */
export async function assessProfile(doors: Doors, inquiry: Dated): Promise<Assessed> {
  const asking = await personAsking(doors, inquiry);
  if (!asking.ok) return asking;
  return { ok: true, assessments: ranked(asking.pathways.map((pathway) => assess(pathway, asking.person))) };
}
