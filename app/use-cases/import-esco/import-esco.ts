import type { Db } from '../../../db/client.server.ts';
import { type EscoBatch, type EscoConcept, type EscoCounts, replaceEsco } from '../../../db/reference/esco.ts';
import { type EscoFile, EscoProblem, readEscoFile } from './esco-file.ts';

const BATCH = 500;

/** What a concept is, whichever language is spoken of it. */
type Known = { isco: string; file: string };

/** Puts these files in the place of whatever was imported before, wholly or not at all. Throws an EscoProblem for a file that will not do. */
export const importEsco = (db: Db, files: readonly EscoFile[], onIndexed: () => void): Promise<EscoCounts> =>
  replaceEsco(db, batches(files), onIndexed);

async function* batches(files: readonly EscoFile[]): AsyncGenerator<EscoBatch> {
  const known = new Map<string, Known>();
  for (const file of files) {
    let concepts: EscoConcept[] = [];
    for await (const concept of readEscoFile(file)) {
      agree(concept, file, known);
      concepts.push(concept);
      if (concepts.length < BATCH) continue;
      yield { language: file.language, concepts };
      concepts = [];
    }
    if (concepts.length > 0) yield { language: file.language, concepts };
  }
}

/** Two editions may put an occupation into different groups: only one of them can be right here. */
function agree({ uri, isco }: EscoConcept, { name }: EscoFile, known: Map<string, Known>): void {
  const before = known.get(uri);
  if (before && before.isco !== isco)
    throw new EscoProblem(
      name,
      undefined,
      `${uri} is in group ${isco}, and in ${before.isco} in ${before.file}`,
      'take all files from one edition of ESCO',
    );
  if (!before) known.set(uri, { isco, file: name });
}
