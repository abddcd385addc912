import { expect, it } from 'vitest';
import { problemLine } from './report.ts';

const problem = { file: 'a.ndjson', path: '/places', message: 'too many' };

it('names file, line, column, index, document, place and reason', () => {
  expect(problemLine({ ...problem, line: 3, column: 7, type: 'quota', id: 'q-1', expected: '5 or fewer' })).toBe(
    'a.ndjson:3:7 quota q-1 /places too many (expected 5 or fewer)',
  );
  expect(problemLine({ ...problem, index: 0, path: '' })).toBe('a.ndjson[0] too many');
});

it('does not say twice what was expected', () => {
  expect(problemLine({ ...problem, message: 'expected a number, found "5"', expected: 'a number' })).toBe(
    'a.ndjson /places expected a number, found "5"',
  );
});

it('stays one line, and plain text, whatever a document is called', () => {
  const line = problemLine({
    ...problem,
    type: 'quota\u001b[31m',
    id: 'a\nb\u202e',
    path: `/x\n${'/all/0'.repeat(900)}`,
  });
  expect(line).toMatch(/^a\.ndjson quota\\u001b\[31m a\\u000ab\\u202e \/x\\u000a\/all\/0/);
  expect(line).not.toMatch(/\p{C}/u);
  expect(line.length).toBeLessThan(400);
});
