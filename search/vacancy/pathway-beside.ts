import type { Reader } from '../../db/client.server.ts';
import type { PathwaySearchDocument } from '../pathway/document.ts';

/** What is shown of a pathway beside its vacancies. */
export type PathwayBeside = Pick<
  PathwaySearchDocument,
  'id' | 'name' | 'kind' | 'workerPays' | 'workerCosts' | 'backLine' | 'commitment' | 'reentry'
>;

const besideOf = ({ id, name, kind, ...rest }: PathwaySearchDocument): PathwayBeside => {
  const { workerPays, workerCosts, backLine, commitment, reentry } = rest;
  return { id, name, kind, workerPays, workerCosts, backLine, commitment, ...(reentry && { reentry }) };
};

/** By the connection that they were read through, as the pathways stood. */
const read = new WeakMap<Reader, { state: string; byId: Map<string, PathwayBeside> }>();

/** Those that a list shows, read once for each state that the pathways are in (`db/queries/table-state.ts`). */
export async function pathwaysBeside(
  db: Reader,
  state: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PathwayBeside>> {
  const before = read.get(db);
  const byId = before?.state === state ? before.byId : new Map<string, PathwayBeside>();
  read.set(db, { state, byId });
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length === 0) return byId;
  const rows = await db.selectFrom('search_pathway').select('document').where('id', 'in', missing).execute();
  for (const { document } of rows) byId.set(document.id, besideOf(document));
  return byId;
}
