import type { Reader } from '../../db/client.server.ts';
import { findPathway } from '../../db/queries/pathway.ts';
import { listPathwayTests } from '../../db/queries/pathway-test.ts';
import { type Pathway, type PathwayTest, type Problem, warningsOf } from '../domain/documents/index.ts';
import { compilePathway } from '../domain/eligibility/evaluate.ts';
import { runTest } from '../domain/eligibility/run-test.ts';
import { type Difference, differenceBetween } from '../domain/population/difference.ts';
import { makePeople } from '../domain/population/people.ts';
import { readDraft } from './read-draft.ts';

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
const PEOPLE = 2_000;
const SEED = 1;

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

/** How the cases kept beside a pathway fare on a draft of it. */
export const tryTests = async (db: Reader, draft: Pathway): Promise<TriedTest[]> =>
  (await listPathwayTests(db, [draft.id])).map(triedTest(draft));

/** Tries a draft; nothing is written. */
export async function tryDraft(db: Reader, text: string, on: string): Promise<Trial> {
  const read = readDraft('pathway', text);
  if (!read.ok) return read;
  const { draft } = read;
  const [published, tests] = await Promise.all([findPathway(db, draft.id, on), tryTests(db, draft)]);
  const inForce = published && !published.notInEffect ? published.document : undefined;
  const people = makePeople(inForce ? [inForce, draft] : [draft], { count: PEOPLE, seed: SEED, on });
  return {
    ok: true,
    draft,
    warnings: warningsOf(draft),
    tests,
    inForce: inForce !== undefined,
    people: differenceBetween(inForce && compilePathway(inForce), compilePathway(draft), { people, on }),
  };
}
