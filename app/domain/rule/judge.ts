import { type Answering, decideAt, partsAt, type Ready, type Row, tallyAt } from './compile.ts';
import type { Finding } from './finding.ts';
import { type Score, type Tally, totalOf } from './points.ts';
import type { RuleOver } from './rule.ts';

/** A rule with what it and each of its parts come to: every part is there, also where another has settled the matter. */
export type Judged<C> = { rule: RuleOver<C>; finding: Finding; parts: readonly Judged<C>[]; tally?: Tally };

/** The rule that is laid out at a place of a row, and each of its parts, as they are answered. */
export function judgeAt<C extends object>(rule: RuleOver<C>, row: Row, at: number, answers: Answering): Judged<C> {
  const tally = tallyAt(row, at);
  const parts = partsAt(rule, row, at).map((one) => judgeAt(one.part, row, one.at, answers));
  return { rule, finding: decideAt(row, at, answers), parts, ...(tally && { tally }) };
}

/** Asks a rule and each of its parts of a subject. */
export const judge = <C extends object, S>({ rule, row, answering }: Ready<C, S>, subject: S): Judged<C> =>
  judgeAt(rule, row, 0, answering(subject));

/** The points that count for sure, and those that may still come; undefined of a rule that is no points test. */
export function scoreOf<C>({ tally, parts }: Judged<C>): Score | undefined {
  if (tally === undefined) return undefined;
  const lowest = totalOf(tally, (at) => parts[at]?.finding === 'met');
  const highest = totalOf(tally, (at) => parts[at]?.finding !== 'unmet');
  const { toPoints, pass } = tally;
  return { lowest: toPoints(lowest), highest: toPoints(highest), pass: toPoints(pass) };
}

/** The rule and every part of it, in the order of the document. */
export function everyPart<C>(judged: Judged<C>, found: Judged<C>[] = []): readonly Judged<C>[] {
  found.push(judged);
  for (const part of judged.parts) everyPart(part, found);
  return found;
}
