import type { Problem } from '../../domain/documents/index.ts';
import type { Flaw } from '../../domain/vacancy/flaw.ts';
import type { Place } from '../read-documents/entry.ts';

/** What is wrong in a document, in English; `flaw`: how a vacancy does not fit its pathway. */
export type Told = Problem & { flaw?: Flaw };

/** One thing to mend: where it stands in which file, in which document, at which place in it (JSON Pointer). */
export type ImportProblem = Place & Told & { file: string; type?: string; id?: string };

/** What an import of one file did, or, with any problem, did not do. */
export type ImportReport = {
  file: string;
  created: number;
  updated: number;
  unchanged: number;
  problems: readonly ImportProblem[];
  /** The problems are documents that are not for who imports to publish. */
  forbidden?: true;
  /** Worth a look and no reason to refuse. */
  warnings: readonly ImportProblem[];
};

const LONGEST_PATH = 300;

/** What a document or file name brings must neither break the line nor command the terminal: control and direction marks as `\u001b`. */
const printable = (text: string) =>
  text.replace(/\p{C}/gu, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

const cut = (path: string) => (path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path);

/** A problem in one line: `quotas.ndjson:3 quota kr-e9-2026 /places not a whole number (expected …)`. */
export function problemLine({ file, line, column, index, type, id, path, message, expected }: ImportProblem): string {
  const place =
    [file, line, column].filter((part) => part !== undefined).join(':') + (index === undefined ? '' : `[${index}]`);
  const document = [type, id].filter((part) => part !== undefined).join(' ');
  const wanted = expected === undefined || message.includes(expected) ? '' : ` (expected ${expected})`;
  return printable([place, document, cut(path), message + wanted].filter((part) => part !== '').join(' '));
}
