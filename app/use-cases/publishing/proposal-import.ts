import type { StoredDocument } from '../../../db/schema/document-version.ts';
import type { Problem } from '../../domain/documents/index.ts';
import type { ImportFile, ImportOptions } from '../import-documents/import-documents.ts';
import type { ImportReport } from '../import-documents/report.ts';
import { projectChanged } from '../project-changed.ts';
import type { Entry } from '../read-documents/entry.ts';
import type { Officer } from './officer.ts';

async function* only(entry: Entry): AsyncGenerator<Entry> {
  yield entry;
}

/** One document as the file of an import. */
export const fileOf = (document: StoredDocument): ImportFile => ({
  name: `${document.id}.json`,
  entries: only({ place: {}, value: document }),
});

/** How an officer's document is imported: in the name of the office, and for the reason that was given. */
export const optionsOf = ({ office, who }: Officer, why: string | undefined): ImportOptions => ({
  ...{ by: office, who, why, onDocuments: projectChanged },
});

export const problemsOf = ({ problems }: ImportReport): Problem[] =>
  problems.map(({ path, message }) => ({ path, message }));
