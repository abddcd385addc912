import type { Reader } from '../../db/client.server.ts';
import { findPathway } from '../../db/queries/pathway.ts';
import { listPathwayTests } from '../../db/queries/pathway-test.ts';
import {
  type Pathway,
  type PathwayTest,
  type Problem,
  parseDocumentOf,
  warningsOf,
} from '../domain/documents/index.ts';
import { compilePathway } from '../domain/eligibility/evaluate.ts';
import { runTest } from '../domain/eligibility/run-test.ts';
import { type Difference, differenceBetween } from '../domain/population/difference.ts';
import { makePeople } from '../domain/population/people.ts';
import { findFlaw } from './read-documents/flaw.ts';

/** How a case fared on the draft. */
export type TriedTest = Pick<PathwayTest, 'id' | 'expect' | 'why'> & {
  found: string | null;
  differences: readonly string[];
};

/** A draft as it would be if it were published: in words, tried on its cases and on people made up for it. */
export type Trial =
  | { ok: false; problems: Problem[] }
  | {
      ok: true;
      draft: Pathway;
      warnings: Problem[];
      tests: TriedTest[];
      /** The version in force that the draft is compared with. */
      inForce: boolean;
      people: Difference;
    };

/** Enough for every threshold to have people on both sides, few enough to answer at once. */
export const PEOPLE = 2_000;
const SEED = 1;

/** The text of a draft, which may be broken anywhere. */
export function readDraft(text: string): { ok: true; draft: Pathway } | { ok: false; problems: Problem[] } {
  const flaw = findFlaw(text);
  if (flaw) {
    const line = text.slice(0, flaw.offset).split('\n').length;
    return { ok: false, problems: [{ path: flaw.path, message: `line ${line}: ${flaw.message}` }] };
  }
  const parsed = parseDocumentOf('pathway', JSON.parse(text));
  return parsed.ok ? { ok: true, draft: parsed.document } : parsed;
}

const triedTest =
  (draft: Pathway) =>
  (test: PathwayTest): TriedTest => {
    const { assessment, differences } = runTest(test, compilePathway(draft));
    return {
      id: test.id,
      expect: test.expect,
      ...(test.why && { why: test.why }),
      found: assessment.verdict,
      differences,
    };
  };

/** Tries a draft; nothing is written. */
export async function tryDraft(db: Reader, text: string, on: string): Promise<Trial> {
  const read = readDraft(text);
  if (!read.ok) return read;
  const { draft } = read;
  const [published, tests] = await Promise.all([findPathway(db, draft.id, on), listPathwayTests(db, [draft.id])]);
  const inForce = published && !published.notInEffect ? published.document : undefined;
  const people = makePeople(inForce ? [inForce, draft] : [draft], { count: PEOPLE, seed: SEED, on });
  return {
    ok: true,
    draft,
    warnings: warningsOf(draft),
    tests: tests.map(triedTest(draft)),
    inForce: inForce !== undefined,
    people: differenceBetween(inForce && compilePathway(inForce), compilePathway(draft), { people, on }),
  };
}
