import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { EscoConcept } from '../../../db/reference/esco.ts';
import { Occupation } from '../../domain/documents/codes.ts';

/** A file of the download, by its name. */
export type EscoFile = {
  name: string;
  kind: EscoConcept['kind'];
  language: string;
  chunks: AsyncIterable<Uint8Array>;
};

/** Why a file cannot be taken: where, and what to do about it. */
export class EscoProblem extends Error {
  constructor(file: string, row: number | undefined, problem: string, mend: string) {
    super(`${file}${row === undefined ? '' : `, row ${row}`}: ${problem}. To mend: ${mend}.`);
  }
}

const NAME = /^(occupations|ISCOGroups)_([a-z]{2,3})\.csv$/;
const KINDS: Record<string, EscoConcept['kind']> = { occupations: 'occupation', ISCOGroups: 'group' };

/** What the name of a file says of it; undefined for what is no part of the download. */
export function escoFileOf(name: string): Pick<EscoFile, 'name' | 'kind' | 'language'> | undefined {
  const [, part = '', language = ''] = NAME.exec(name) ?? [];
  const kind = KINDS[part];
  return kind && { name, kind, language };
}

const COLUMNS: Record<EscoConcept['kind'], readonly string[]> = {
  occupation: ['conceptUri', 'iscoGroup', 'code', 'preferredLabel', 'altLabels'],
  group: ['conceptUri', 'code', 'preferredLabel', 'altLabels'],
};

const AGAIN = 'download the file again from the ESCO portal (classification, CSV) and do not open it in a spreadsheet';

/** The text of a file as it comes; what is no UTF-8 or could not be kept is refused. */
async function* textOf({ name, chunks }: EscoFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new EscoProblem(name, undefined, 'it is not in UTF-8', AGAIN);
  }
}

type Cells = Record<string, string>;

/** The concepts of a file, one by one. Columns of later editions are passed over. */
export async function* readEscoFile(file: EscoFile): AsyncGenerator<EscoConcept> {
  const parser = parse({
    columns: (header: string[]) => checkedHeader(header, file),
    bom: true,
    skip_empty_lines: true,
  });
  pipeline(Readable.from(textOf(file)), parser, () => undefined); // what breaks there is thrown by the loop below
  const seen = new Set<string>();
  let row = 0;
  try {
    for await (const cells of parser) {
      row++;
      const concept = readRow(cells, file, row);
      if (seen.has(concept.uri)) throw new EscoProblem(file.name, row, `${concept.uri} is given twice`, AGAIN);
      seen.add(concept.uri);
      yield concept;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new EscoProblem(file.name, row + 1, `it is not CSV: ${error.message}`, AGAIN);
  }
  if (row === 0) throw new EscoProblem(file.name, undefined, 'there is nothing in it', AGAIN);
}

function checkedHeader(header: string[], { name, kind }: EscoFile): string[] {
  const lacking = COLUMNS[kind].filter((column) => !header.includes(column));
  if (lacking.length > 0) throw new EscoProblem(name, undefined, `it has no column ${lacking.join(', ')}`, AGAIN);
  return header;
}

const GROUP_URI = /\/isco\/C(\d{1,4})$/;
const listOf = (text: string) =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function readRow(cells: Cells, { name, kind }: EscoFile, row: number): EscoConcept {
  const cell = (column: string) => (cells[column] ?? '').trim();
  const refuse = (problem: string) => new EscoProblem(name, row, problem, AGAIN);
  const [uri, code, preferred] = [cell('conceptUri'), cell('code'), cell('preferredLabel')];
  const isco = kind === 'group' ? code : cell('iscoGroup');
  if (Object.values(cells).some((text) => text.includes('\u0000'))) throw refuse('it holds a zero byte');
  if (!URL.canParse(uri)) throw refuse(`conceptUri is ${JSON.stringify(uri)}, which is no address`);
  if (preferred === '') throw refuse('preferredLabel is empty');
  if (code === '') throw refuse('code is empty');
  if (!Occupation.safeParse(isco).success)
    throw refuse(`${kind === 'group' ? 'code' : 'iscoGroup'} is ${JSON.stringify(isco)}, which is no code of ISCO-08`);
  if (kind === 'group' && GROUP_URI.exec(uri)?.[1] !== code)
    throw refuse(`code is ${JSON.stringify(code)}, and conceptUri names another group`);
  return { kind, uri, code, isco, preferred, others: [...listOf(cell('altLabels')), ...listOf(cell('hiddenLabels'))] };
}
