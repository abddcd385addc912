import type { Reader } from '../../../db/client.server.ts';
import { lastRecordOf, lastVersion } from '../../../db/queries/edition.ts';
import type { StoredDocument } from '../../../db/schema/document-version.ts';
import type { Proposed } from '../../../db/schema/proposal.ts';
import type { Problem } from '../../domain/documents/index.ts';
import type { ImportFile, ImportOptions } from '../import-documents/import-documents.ts';
import type { ImportReport } from '../import-documents/report.ts';
import { projectChanged } from '../project-changed.ts';
import type { Entry } from '../read-documents/entry.ts';
import type { Officer } from './officer.ts';

/** The documents that are published when a proposal is approved. */
export const documentsOf = (proposed: Proposed): readonly StoredDocument[] =>
  proposed.type === 'quotas' ? proposed.quotas : [proposed];

async function* entriesOf(proposed: Proposed): AsyncGenerator<Entry> {
  if (proposed.type !== 'quotas') return yield { place: {}, value: proposed };
  for (const [index, value] of proposed.quotas.entries()) yield { place: { index }, value };
}

/** What is proposed as the file of an import. */
export const fileOf = (proposed: Proposed): ImportFile => ({
  name: `${proposed.id}.json`,
  entries: entriesOf(proposed),
});

/** How what an office proposed is imported: in its name, and for the reason that was given. */
export const optionsOf = (
  { office, who }: Pick<ImportOptions, 'who'> & Pick<Officer, 'office'>,
  proposed: Proposed,
  why: string | undefined,
): ImportOptions => ({
  ...{ by: office, who, why, onDocuments: projectChanged },
  ...(proposed.type === 'quotas' && { act: proposed.act }),
});

/** What is wrong, by its place in what is proposed: among several documents it begins with the index of one. */
export const problemsOf = ({ problems }: ImportReport): Problem[] =>
  problems.map(({ path, message, index }) => ({ path: index === undefined ? path : `/${index}${path}`, message }));

/** What is published of it by now: a later number means that somebody published it anew. */
export const baseOf = (db: Reader, proposed: Proposed): Promise<number> =>
  proposed.type === 'quotas'
    ? lastRecordOf(
        db,
        'quota',
        proposed.quotas.map(({ id }) => id),
      )
    : lastVersion(db, proposed.type, proposed.id);
