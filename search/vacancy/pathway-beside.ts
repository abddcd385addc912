import type { Reader } from '../../db/client.server.ts';
import type { PathwaySearchDocument } from '../pathway/document.ts';
import type { Known } from './reach.ts';

/** What is shown of a pathway beside its vacancies. */
export type PathwayBeside = Pick<
  PathwaySearchDocument,
  'id' | 'name' | 'kind' | 'workerPays' | 'workerCosts' | 'backLine' | 'commitment' | 'reentry'
>;

const besideOf = ({ id, name, kind, ...rest }: PathwaySearchDocument): PathwayBeside => {
  const { workerPays, workerCosts, backLine, commitment, reentry } = rest;
  return { id, name, kind, workerPays, workerCosts, backLine, commitment, ...(reentry && { reentry }) };
};

/** By what was known when they were read. */
const read = new WeakMap<Known, Map<string, PathwayBeside>>();

/** Those that a list shows, read once while what is known holds. */
export async function pathwaysBeside(
  db: Reader,
  known: Known,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PathwayBeside>> {
  const byId = read.get(known) ?? new Map<string, PathwayBeside>();
  read.set(known, byId);
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length === 0) return byId;
  const rows = await db.selectFrom('search_pathway').select('document').where('id', 'in', missing).execute();
  for (const { document } of rows) byId.set(document.id, besideOf(document));
  return byId;
}
