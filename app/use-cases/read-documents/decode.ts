const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes, without a byte order mark; undefined where the bytes are no UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const NEWLINE = 0x0a;

/** The most that is read as one text, a file or a line of NDJSON: above it the program would break and not the file. */
const MOST_MIB = 256;

/** A text that is larger than any may be. */
export class TooLarge extends Error {}

/** The pieces of one text, as they come. */
class Pieces {
  private pieces: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly tooLarge: string) {}

  add(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > MOST_MIB * 1024 * 1024) throw new TooLarge(this.tooLarge);
    if (piece.length > 0) this.pieces.push(piece);
  }

  joined(): Uint8Array {
    const [only] = this.pieces;
    return this.pieces.length === 1 && only ? only : Buffer.concat(this.pieces);
  }
}

const LINE_TOO_LARGE = `a line is longer than ${MOST_MIB} MiB`;
const FILE_TOO_LARGE = `the file is larger than ${MOST_MIB} MiB: split it, or write one document a line (.ndjson)`;

/** Lines as bytes, without their ends: a broken letter on one line leaves the others readable. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let line = new Pieces(LINE_TOO_LARGE);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      line.add(chunk.subarray(start, end));
      yield line.joined();
      line = new Pieces(LINE_TOO_LARGE);
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  const last = line.joined();
  if (last.length > 0) yield last;
}

export async function allBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = new Pieces(FILE_TOO_LARGE);
  for await (const chunk of chunks) whole.add(chunk);
  return whole.joined();
}

/** The first line, counted from 1, that is no UTF-8. */
export function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    if (decode(bytes.subarray(start, end < 0 ? bytes.length : end)) === undefined) return line;
    start = end < 0 ? bytes.length : end + 1;
  }
  return line;
}

/** First bytes of what is not UTF-8, with words that lead to the cure. */
const BEGINNINGS: readonly [readonly number[], string][] = [
  [[0xff, 0xfe], 'the file is UTF-16: save it as UTF-8'],
  [[0xfe, 0xff], 'the file is UTF-16: save it as UTF-8'],
  [[0x1f, 0x8b], 'the file is compressed (gzip): unpack it first'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'the file is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV in UTF-8',
  ],
];

/** Why bytes are no UTF-8. */
export function encodingProblem(bytes: Uint8Array): string {
  const known = BEGINNINGS.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte));
  return known?.[1] ?? 'the text is not UTF-8';
}
