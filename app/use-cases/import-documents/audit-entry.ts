import { createHash } from 'node:crypto';
import path from 'node:path';
import { chainOf } from '../../domain/audit/chain.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { Who } from '../../domain/people/who.ts';
import type { Plan } from './record.ts';

/** Over a line a recorded version, in the order of recording, so that it can be computed again from `document_version`. */
function digestOf({ planned }: Plan): string {
  const digest = createHash('sha256');
  for (const { checked, version } of planned)
    digest.update(`${checked.document.type} ${checked.document.id} ${version} ${checked.hash}\n`);
  return digest.digest('hex');
}

/** One entry a file, however many documents it brought; where the file lay is nobody's business. */
export const entryOfImport = (file: string, plan: Plan, who: Who): AuditEntry => ({
  chain: chainOf(who),
  who,
  action: 'role' in who ? 'publish-documents' : 'import-documents',
  object: { type: 'file', id: path.basename(file) },
  after: { created: plan.created, updated: plan.updated, unchanged: plan.unchanged, versions: digestOf(plan) },
});
