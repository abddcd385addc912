import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { byteLines, decode, encodingProblem } from './decode.ts';

/** The trimmed cells of a row; `line`: where it ends. */
export type Row = { cells: readonly string[]; line: number };

/** Why no row can be told apart from there on. */
type Broken = { place: { line: number }; problem: string };

const ZERO_BYTE = 'the text holds a zero byte, which a database text cannot';

/** The lines of a table as they come, up to the first that is no text; `broken` tells of that one. */
class Lines {
  broken: Broken | undefined;

  constructor(private readonly chunks: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let line = 0;
    for await (const bytes of byteLines(this.chunks)) {
      line += 1;
      const text = decode(bytes);
      const problem = text === undefined ? encodingProblem(bytes) : text.includes('\u0000') ? ZERO_BYTE : undefined;
      if (problem) this.broken = { place: { line }, problem };
      if (text === undefined || problem) return;
      yield `${text}\n`;
    }
  }
}

/** Spreadsheets write a semicolon where the decimal sign is a comma. */
function delimiterOf(header: string): string {
  const count = (letter: string) => header.split(letter).length;
  return [',', ';', '\t'].reduce((best, letter) => (count(letter) > count(best) ? letter : best));
}

async function* joined(first: string, others: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* others;
}

/** A parser that is fed line by line; an error ends nothing, so that the rows before it are not lost on their way. */
function parserOf(header: string, others: AsyncIterable<string>, onError: (error: CsvError) => void) {
  const parser = parse({
    ...{ delimiter: delimiterOf(header), relax_column_count: true, skip_empty_lines: true, info: true },
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) onError(error);
      return undefined;
    },
  });
  pipeline(Readable.from(joined(header, others)), parser, () => undefined); // who reads the parser hears of a failure
  return parser;
}

function brokenBy(error: CsvError, lines: Lines): Broken {
  // A text that broke off leaves the quote before it open.
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' && lines.broken) return lines.broken;
  return { place: { line: Number(error['lines'] ?? 1) }, problem: `not CSV: ${error.message}` };
}

/** The rows of a table as they come, its header first; last of all, where there is more, why it cannot be read. */
export async function* csvRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row | Broken> {
  const lines = new Lines(chunks);
  const texts = lines[Symbol.asyncIterator]();
  const { value: header, done } = await texts.next();
  const errors: Broken[] = [];
  if (!done)
    for await (const { record, info } of parserOf(header, texts, (error) => errors.push(brokenBy(error, lines)))) {
      if (errors.some(({ place }) => place.line < info.lines)) break;
      yield { cells: record.map((cell: string) => cell.trim()), line: info.lines };
    }
  const broken = errors[0] ?? lines.broken;
  if (broken) yield broken;
}
