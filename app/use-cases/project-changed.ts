import type { Writer } from '../../db/client.server.ts';
import { projectPathways } from '../../search/pathway/project.ts';
import type { Changed } from './import-documents/record.ts';

/** Brings the search copy to what an import changed, in its transaction: the pathways, and those whose quotas changed. */
export async function projectChanged(trx: Writer, changed: readonly Changed[]): Promise<void> {
  const ids = changed.flatMap(({ type, id }) => (type === 'pathway' ? [id] : []));
  const quotas = changed.flatMap(({ type, id }) => (type === 'quota' ? [id] : []));
  const owners = quotas.length === 0 ? [] : await trx.selectFrom('quota').select('pathway').distinct().where('id', 'in', quotas).execute();
  const concerned = [...new Set([...ids, ...owners.map(({ pathway }) => pathway)])];
  if (concerned.length > 0) await projectPathways(trx, concerned, new Date().toISOString().slice(0, 10));
}
