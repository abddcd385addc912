import type { Finding } from './finding.ts';
import { type Tally, tallyOf, totalOf } from './points.ts';
import type { RuleOver } from './rule.ts';

/** What a rule comes to for a subject, such as a person. */
export type Decide<S> = (subject: S) => Finding;

/**
 * A rule laid out in one row, which is read several times faster than a tree of it. A criterion is what decides it. A form is its code, the
 * place where it ends, what it compares with, and its parts.
 */
export type Row<S> = (number | Tally | Decide<S>)[];

const ALL = 0;
const ANY = 1;
const NONE = 2;
const AT_LEAST = 3;
const POINTS = 4;

const END = 1;
const OPERAND = 2;
const PARTS = 3;

const numberAt = <S>(row: Row<S>, at: number): number => {
  const found = row[at];
  return typeof found === 'number' ? found : 0;
};

/** Where the part ends that begins at a place. */
const endOf = <S>(row: Row<S>, at: number): number =>
  typeof row[at] === 'function' ? at + 1 : numberAt(row, at + END);

const NEGATION = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const satisfies Record<Finding, Finding>;

/** A list of parts that one alone can settle: `all` by one that is unmet, `any` by one that is met. */
function settled<S>(by: 'met' | 'unmet', row: Row<S>, at: number, subject: S): Finding {
  const end = numberAt(row, at + END);
  let finding: Finding = NEGATION[by];
  for (let part = at + PARTS; part < end; part = endOf(row, part)) {
    const one = decideAt(row, part, subject);
    if (one === by) return one;
    if (one === 'unknown') finding = one;
  }
  return finding;
}

/** Where a sum stands that is at least `lowest` and at most `highest`. */
const reached = (lowest: number, highest: number, pass: number): Finding =>
  lowest >= pass ? 'met' : highest < pass ? 'unmet' : 'unknown';

function atLeast<S>(row: Row<S>, at: number, subject: S): Finding {
  const end = numberAt(row, at + END);
  let met = 0;
  let open = 0;
  for (let part = at + PARTS; part < end; part = endOf(row, part)) {
    const one = decideAt(row, part, subject);
    if (one === 'met') met += 1;
    else if (one === 'unknown') open += 1;
  }
  return reached(met, met + open, numberAt(row, at + OPERAND));
}

function points<S>(row: Row<S>, at: number, subject: S): Finding {
  const tally = row[at + OPERAND];
  if (typeof tally !== 'object') throw new TypeError('a points test without its tally');
  const end = numberAt(row, at + END);
  const found: Finding[] = [];
  for (let part = at + PARTS; part < end; part = endOf(row, part)) found.push(decideAt(row, part, subject));
  return reached(
    totalOf(tally, (item) => found[item] === 'met'),
    totalOf(tally, (item) => found[item] !== 'unmet'),
    tally.pass,
  );
}

/** What the rule that begins at a place of a row comes to. */
export function decideAt<S>(row: Row<S>, at: number, subject: S): Finding {
  const head = row[at];
  if (typeof head === 'function') return head(subject);
  switch (head) {
    case ALL:
      return settled('unmet', row, at, subject);
    case ANY:
      return settled('met', row, at, subject);
    case NONE:
      return NEGATION[settled('met', row, at, subject)];
    case AT_LEAST:
      return atLeast(row, at, subject);
    default:
      return points(row, at, subject);
  }
}

/** The rules that a rule is made of; none in a criterion. */
function partsOf<C extends object>(rule: RuleOver<C>): readonly RuleOver<C>[] {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  if ('none' in rule) return rule.none;
  if ('atLeast' in rule) return rule.of;
  return 'points' in rule ? rule.points.items.map(({ when }) => when) : [];
}

type Head<C> = { code: number; operand: number | Tally } | { criterion: C };

/** What a form begins with, or the criterion. */
function headOf<C extends object>(rule: RuleOver<C>): Head<C> {
  if ('all' in rule) return { code: ALL, operand: 0 };
  if ('any' in rule) return { code: ANY, operand: 0 };
  if ('none' in rule) return { code: NONE, operand: 0 };
  if ('atLeast' in rule) return { code: AT_LEAST, operand: rule.atLeast };
  return 'points' in rule ? { code: POINTS, operand: tallyOf(rule.points) } : { criterion: rule };
}

function layOut<C extends object, S>(rule: RuleOver<C>, row: Row<S>, criterion: (criterion: C) => Decide<S>): Row<S> {
  const at = row.length;
  const head = headOf(rule);
  if ('criterion' in head) {
    row.push(criterion(head.criterion));
    return row;
  }
  row.push(head.code, 0, head.operand);
  for (const part of partsOf(rule)) layOut(part, row, criterion);
  row[at + END] = row.length;
  return row;
}

/** A rule made ready to be asked of many subjects. */
export type Ready<C, S> = { rule: RuleOver<C>; row: Row<S>; decide: Decide<S> };

/** Makes a rule ready, given what each criterion comes to (documents.md, «Rule»). */
export function compile<C extends object, S>(rule: RuleOver<C>, criterion: (criterion: C) => Decide<S>): Ready<C, S> {
  const row = layOut(rule, [], criterion).slice(); // as long as the rule, where a row that grew has room to spare
  return { rule, row, decide: (subject) => decideAt(row, 0, subject) };
}

/** The parts of the rule that begins at a place, in the order of the document, each with its own place. */
export function partsAt<C extends object, S>(
  rule: RuleOver<C>,
  row: Row<S>,
  at: number,
): { part: RuleOver<C>; at: number }[] {
  let next = at + PARTS;
  return partsOf(rule).map((part) => {
    const place = next;
    next = endOf(row, place);
    return { part, at: place };
  });
}

/** The tally of the points test that begins at a place; undefined where another rule does. */
export function tallyAt<S>(row: Row<S>, at: number): Tally | undefined {
  const operand = row[at] === POINTS ? row[at + OPERAND] : undefined;
  return typeof operand === 'object' ? operand : undefined;
}
