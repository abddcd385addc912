import { sql } from 'kysely';
import type { Writer } from '../../db/client.server.ts';
import { projectPathways } from '../../search/pathway/project.ts';
import { projectOccupations, projectOffered, projectRequired } from '../../search/vacancy/project.ts';
import { askToMatch } from './alert/ask-to-match.ts';
import type { Changed } from './import-documents/record.ts';
import { readRequirements } from './matching/read-requirements.ts';
import { askToTellFollowers } from './publishing/tell-followers.ts';
import { today } from './today.ts';
import { askToRecheck } from './vacancy/ask-to-recheck.ts';

/** The pathways that quotas belong to or, in an earlier version, belonged to: a quota that moves changes the places of both. */
async function ownersOf(trx: Writer, quotas: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ pathway: string }>`
    select distinct body->>'pathway' as pathway from document_version
    where type = 'quota' and document_id = any(${[...quotas]})`.execute(trx);
  return rows.map(({ pathway }) => pathway);
}

/**
 * Brings to what an import changed, in its transaction: what vacancies require, and the search copy of vacancies, of pathways and of those
 * whose quotas changed; and asks for those to be told whom it concerns. Vacancies are found by their pathway as it is when they are looked
 * for.
 */
export async function projectChanged(trx: Writer, changed: readonly Changed[]): Promise<void> {
  const idsOf = (wanted: Changed['type']) => changed.flatMap(({ type, id }) => (type === wanted ? [id] : []));
  const [pathways, quotas, vacancies] = [idsOf('pathway'), idsOf('quota'), idsOf('vacancy')];
  if (pathways.length + vacancies.length > 0) await readRequirements(trx, { vacancies, pathways });
  if (pathways.length > 0) await projectRequired(trx, pathways);
  if (vacancies.length > 0) await projectMoved(trx, vacancies);
  await askToMatch(trx, vacancies);
  const owners = quotas.length === 0 ? [] : await ownersOf(trx, quotas);
  const concerned = [...new Set([...pathways, ...owners])];
  if (concerned.length === 0) return;
  await projectPathways(trx, concerned, today());
  await askToTellFollowers(trx, concerned);
  if (pathways.length > 0) await askToRecheck(trx, pathways);
}

/** Brings the search copy to vacancies that were published or moved on. */
export const projectMoved = (trx: Writer, vacancies: readonly string[]): Promise<void> =>
  projectOffered(trx, vacancies);

/** The search copy holds the words of occupations and sectors: where these were loaded anew, it is brought them. */
export async function projectReworded(trx: Writer, loaded: readonly string[]): Promise<void> {
  if (loaded.includes('occupations') || loaded.includes('classifications')) await projectPathways(trx, 'all', today());
  if (loaded.includes('occupations')) await projectOccupations(trx);
}
