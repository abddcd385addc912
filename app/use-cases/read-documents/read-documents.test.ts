import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, isProblem } from './entry.ts';
import { findFlaw } from './flaw.ts';
import { type Format, readDocuments } from './read-documents.ts';

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(format: Format, input: string | Uint8Array, size = 7): Promise<Entry[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const entries: Entry[] = [];
  for await (const entry of readDocuments(chunked(bytes, size), format)) entries.push(entry);
  return entries;
}

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('NDJSON', () => {
  it('passes over a byte order mark, CRLF, blank lines and a missing last line break', async () => {
    expect(await read('ndjson', '\uFEFF{"a":1}\r\n\r\n  \n{"b":"é"}')).toEqual([
      { place: { line: 1 }, value: { a: 1 } },
      { place: { line: 4 }, value: { b: 'é' } },
    ]);
  });

  it('reports a broken line with its line and column, and reads the others', async () => {
    expect(await read('ndjson', '{"a":1}\n{"b":}\n{"c":3}\n')).toEqual([
      { place: { line: 1 }, value: { a: 1 } },
      { place: { line: 2, column: 6 }, problem: 'not JSON: expected a value, found "}"', path: '/b' },
      { place: { line: 3 }, value: { c: 3 } },
    ]);
  });

  it('reports a line that is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":1}\n"'), Buffer.from([0xff]), Buffer.from('"\n{}')]);
    expect(await read('ndjson', bytes)).toEqual([
      { place: { line: 1 }, value: { a: 1 } },
      { place: { line: 2 }, problem: 'the text is not UTF-8' },
      { place: { line: 3 }, value: {} },
    ]);
  });
});

describe('JSON', () => {
  it('takes a list or one document', async () => {
    expect(await read('json', '[{"a":1},{"a":2}]')).toEqual([
      { place: { index: 0 }, value: { a: 1 } },
      { place: { index: 1 }, value: { a: 2 } },
    ]);
    expect(await read('json', '{"a":1}')).toEqual([{ place: { index: 0 }, value: { a: 1 } }]);
    expect(await read('json', '[]')).toEqual([]);
  });

  it.each([
    ['an empty file', '', {}, /empty/],
    ['white space', ' \n ', {}, /empty/],
    ['a key given twice', '[{"id":"x",\n "id":"y"}]', { line: 2, column: 2 }, /"id" is given twice/],
    ['a text with a zero', '{"id":"x\\u0000"}', { line: 1, column: 7 }, /\\u0000/],
    ['half of a surrogate pair', '{"id":"\\ud83d"}', { line: 1, column: 7 }, /surrogate/],
    ['a number beyond all', '{"n":1e999}', { line: 1, column: 6 }, /too large/],
    ['a number with more digits than a double has', '[9007199254740993]', { line: 1, column: 2 }, /more digits/],
    ['nesting without end', '['.repeat(5000), { line: 1, column: 401 }, /deeper than 400/],
    ['NDJSON by another name', '{"a":1}\n{"a":2}\n', { line: 2, column: 1 }, /\.ndjson/],
  ])('refuses %s', async (_, text, place, message) => {
    expect(await read('json', text)).toMatchObject([{ place, problem: expect.stringMatching(message) }]);
  });

  it.each(['9007199254740992', '0.10000000000000001', '1e21', '-0', '100000000000000000000'])(
    'takes %s',
    async (text) => {
      expect(await read('json', `[${text}]`)).toEqual([{ place: { index: 0 }, value: Number(text) }]);
    },
  );

  it('tells a flaw of a list by index and by the path within the document', async () => {
    expect(await read('json', '[{"a":1},{"b":[{"c":1,"c":2}]}]')).toEqual([
      { place: { line: 1, column: 23, index: 1 }, problem: 'the key "c" is given twice', path: '/b/0/c' },
    ]);
    expect(await read('json', '{"1":{"c":1,"c":2}}')).toMatchObject([{ place: { line: 1, column: 13 }, path: '/1/c' }]);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFF[]', 'utf16le'), 'the file is UTF-16: save it as UTF-8'],
    ['compressed', gzipSync('[]'), 'the file is compressed (gzip): unpack it first'],
    ['a spreadsheet', Buffer.from('504b030414000600ff', 'hex'), /^the file is a ZIP archive or a spreadsheet/],
    ['something else', Buffer.from([0x5b, 0xff]), 'the text is not UTF-8'],
  ])('says that a file is %s', async (_, bytes, problem) => {
    expect(await read('json', bytes)).toMatchObject([
      { problem: typeof problem === 'string' ? problem : expect.stringMatching(problem) },
    ]);
  });
});

describe('CSV', () => {
  it('reads quotas by dotted paths, empty cells as not stated, escaped formulas as they were', async () => {
    const csv =
      '\uFEFFid,pathway,period.from,places,label.en,scope.origin\r\nq-1,p-1,2026-01-01,100,"\'=A, ""B""",PH\r\n\r\nq-2,p-1,2026-01-01,5,,\r\n';
    expect(await read('csv', csv)).toEqual([
      {
        place: { line: 2 },
        value: {
          type: 'quota',
          id: 'q-1',
          pathway: 'p-1',
          period: { from: '2026-01-01' },
          places: 100,
          label: { en: '=A, "B"' },
          scope: { origin: 'PH' },
        },
      },
      {
        place: { line: 4 },
        value: { type: 'quota', id: 'q-2', pathway: 'p-1', period: { from: '2026-01-01' }, places: 5 },
      },
    ]);
  });

  it('reads vacancies with numbers, lists and JSON cells, and semicolons between cells', async () => {
    const csv = 'id;employer;wage.money.amount;skills;requires\nv-1;e-1;12.5;"welding; cutting";"{""all"":[]}"\n';
    expect(await read('csv', csv)).toEqual([
      {
        place: { line: 2 },
        value: {
          type: 'vacancy',
          id: 'v-1',
          employer: 'e-1',
          wage: { money: { amount: 12.5 } },
          skills: ['welding', 'cutting'],
          requires: { all: [] },
        },
      },
    ]);
  });

  it.each([
    ['a number with a separator', 'id,period.from,places\nq,2026-01-01,"80,000"\n', { line: 2 }, '/places'],
    ['a list that begins as JSON and is none', 'id,employer,skills\nv,e,"[""a"""\n', { line: 2 }, '/skills'],
    ['a row of another length', 'id,period.from,places\nq,2026-01-01\n', { line: 2 }, undefined],
    ['an unknown column', 'id,period.from,place\nq,2026-01-01,1\n', { line: 1 }, undefined],
    ['a column given twice', 'id,period.from,id\nq,2026-01-01,q\n', { line: 1 }, undefined],
    ['a table of something else', 'name,age\nx,1\n', { line: 1 }, undefined],
    ['a quote that never closes', 'id,period.from\n"q,2026\n', { line: 2 }, undefined],
    ['a first line that is no CSV', 'id,"period.from"x\nq,2026-01-01\n', { line: 1 }, undefined],
    ['a zero byte', 'id,period.from\n"q\u0000,2026-01-01\n', { line: 2 }, undefined],
  ])('refuses %s', async (_, csv, place, path) => {
    const entries = await read('csv', csv);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ place, problem: expect.any(String), ...(path && { path }) });
  });

  it.each([
    ['no CSV', Buffer.from('"c"x,3\nd,4\n'), /^not CSV/],
    ['no text', Buffer.from([0x66, 0xff, 0x0a, 0x64]), /^the text is not UTF-8$/],
    ['no text within a quote', Buffer.from([0x22, 0xff, 0x0a, 0x64]), /^the text is not UTF-8$/],
  ])('reads the rows before one that is %s, however the stream is cut', async (_, rest, problem) => {
    const csv = Buffer.concat([Buffer.from('id,period.from\na,1\nb,2\n'), rest]);
    for (const size of [1, 7, 1_000]) {
      const entries = await read('csv', csv, size);
      expect(entries.map((entry) => [entry.place.line, isProblem(entry)])).toEqual([
        ...[
          [2, false],
          [3, false],
        ],
        [4, true],
      ]);
      expect(entries.at(-1)).toMatchObject({ problem: expect.stringMatching(problem) });
    }
  });

  it('reads rows before it has the others', async () => {
    async function* endless() {
      yield new TextEncoder().encode('id,period.from\n');
      for (;;) yield new TextEncoder().encode('a,2026-01-01\n'.repeat(100));
    }
    let read = 0;
    for await (const entry of readDocuments(endless(), 'csv')) {
      expect(isProblem(entry)).toBe(false);
      read += 1;
      if (read === 1_000) break;
    }
    expect(read).toBe(1_000);
  });
});

it.each([
  ['json', /^the file is larger than 256 MiB: .*\.ndjson/],
  ['csv', /^a line is longer than 256 MiB/],
  ['ndjson', /^a line is longer than 256 MiB/],
] as const)('refuses %s that is larger than can be read, before it is read', async (format, problem) => {
  const mebibyte = new Uint8Array(1024 * 1024).fill(0x20);
  async function* endless() {
    for (;;) yield mebibyte;
  }
  const entries: Entry[] = [];
  for await (const entry of readDocuments(endless(), format)) entries.push(entry);
  expect(entries).toEqual([{ place: {}, problem: expect.stringMatching(problem) }]);
});

describe('whatever the bytes', () => {
  const formats = ['json', 'ndjson', 'csv'] as const;
  const fragments = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\n',
    '\r\n',
    '\\',
    '\\u0000',
    '\\ud800',
    'null',
    '1e9',
    '-',
    'id',
    'period.from',
    'employer',
    ';',
    '\uFEFF',
    'é',
    "'=",
  );
  const soup = fc.array(fragments, { maxLength: 40 }).map((pieces) => new TextEncoder().encode(pieces.join('')));
  const noise = fc.uint8Array({ maxLength: 60 });
  const value = fc.jsonValue({ noUnicodeString: false });

  it('never fails and never yields what is not wholly there (12,000 cases)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...formats),
        fc.oneof(soup, noise),
        fc.integer({ min: 1, max: 9 }),
        async (format, bytes, size) => {
          for (const entry of await read(format, bytes, size))
            expect('problem' in entry || entry.value !== undefined).toBe(true);
        },
      ),
      { numRuns: 12_000 },
    );
  }, 60_000);

  it('takes a JSON text only if JSON.parse does, and refuses only for a reason (10,000 cases)', () => {
    const texts = fc.oneof(
      value.map((any) => JSON.stringify(any)),
      fc.tuple(value, fc.nat(), fc.string({ maxLength: 3 })).map(([any, at, more]) => {
        const text = JSON.stringify(any);
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + more + text.slice(cut + 1);
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const flaw = findFlaw(text);
        if (!flaw) expect(parses(text)).toBe(true);
        else if (flaw.message.startsWith('not JSON')) expect(parses(text)).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('reads every line that one broken line leaves whole, however the stream is cut', async () => {
    const line = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.integer()).map((any) => JSON.stringify(any));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        async (lines, at, size) => {
          const broken = at % lines.length;
          const text = lines.map((whole, index) => (index === broken ? whole.slice(0, -1) : whole)).join('\n');
          const entries = await read('ndjson', text, size);
          expect(entries.map(isProblem)).toEqual(lines.map((_, index) => index === broken));
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('reads a Node stream', async () => {
  const entries: Entry[] = [];
  for await (const entry of readDocuments(Readable.from([Buffer.from('{"a"'), Buffer.from(':1}')]), 'ndjson'))
    entries.push(entry);
  expect(entries).toEqual([{ place: { line: 1 }, value: { a: 1 } }]);
});
