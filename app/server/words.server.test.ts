import { expect, it } from 'vitest';
import { OperatorError } from '../../db/operator-error.ts';
import { inWords } from './words.server.ts';

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });

it.each([
  [new OperatorError('Mend this.'), /^Mend this\.$/],
  [
    withCode('ECONNREFUSED', 'connect ECONNREFUSED ::1:1'),
    /^The database cannot be used: connect ECONNREFUSED ::1:1\. .*doctor$/,
  ],
  [
    Object.assign(new AggregateError([new Error('on ::1'), new Error('on 127.0.0.1')]), { code: 'ECONNREFUSED' }),
    /: on ::1; on 127\.0\.0\.1\. Start it/,
  ],
  [
    withCode('42501', 'permission denied for schema public'),
    /^The database refuses .*permission denied.*owner ACCOUNT$/,
  ],
  [withCode('53100', 'could not extend file'), /^The disk of the database is full: could not extend file\./],
  [withCode('55P03', 'canceling statement due to lock timeout'), /^Another import is still at work/],
])('what an operator can mend is one line: %s', (error, words) => {
  expect(inWords(error)).toMatch(words);
  expect(inWords(error)).not.toContain('\n');
});

it('a bug is told with its trace', () => expect(inWords(new TypeError('oops'))).toMatch(/^TypeError: oops\n +at /));
