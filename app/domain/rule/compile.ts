import type { Finding } from './finding.ts';
import { type Tally, tallyOf, totalOf } from './points.ts';
import type { RuleOver } from './rule.ts';

/** What a rule comes to for a subject, such as a person. */
export type Decide<S> = (subject: S) => Finding;

/** Whoever answers criteria, each by its number. */
export type Answering = { to(criterion: number): Finding };

/**
 * Rules laid out one behind the other in one row of numbers, which is read several times faster than a tree of each. A criterion is its
 * number, from below zero down. A form is its code, the place where it ends, what it compares with, and its parts.
 */
export class Row {
  cells = new Int32Array(64);
  length = 0;
  readonly tallies: Tally[] = [];

  push(...cells: readonly number[]): void {
    if (this.length + cells.length > this.cells.length) {
      const longer = new Int32Array(2 * this.cells.length);
      longer.set(this.cells);
      this.cells = longer;
    }
    for (const cell of cells) this.cells[this.length++] = cell;
  }
}

const ALL = 0;
const ANY = 1;
const NONE = 2;
const AT_LEAST = 3;
const POINTS = 4;

const END = 1;
const OPERAND = 2;
const PARTS = 3;

const cellAt = (row: Row, at: number): number => row.cells[at] ?? 0;

/** Where the part ends that begins at a place. */
const endOf = (row: Row, at: number): number => (cellAt(row, at) < 0 ? at + 1 : cellAt(row, at + END));

const NEGATION = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const satisfies Record<Finding, Finding>;

/** A list of parts that one alone can settle: `all` by one that is unmet, `any` by one that is met. */
function settled(by: 'met' | 'unmet', row: Row, at: number, answers: Answering): Finding {
  const end = cellAt(row, at + END);
  let finding: Finding = NEGATION[by];
  for (let part = at + PARTS; part < end; part = endOf(row, part)) {
    const one = decideAt(row, part, answers);
    if (one === by) return one;
    if (one === 'unknown') finding = one;
  }
  return finding;
}

/** Where a sum stands that is at least `lowest` and at most `highest`. */
const reached = (lowest: number, highest: number, pass: number): Finding =>
  lowest >= pass ? 'met' : highest < pass ? 'unmet' : 'unknown';

function atLeast(row: Row, at: number, answers: Answering): Finding {
  const end = cellAt(row, at + END);
  let met = 0;
  let open = 0;
  for (let part = at + PARTS; part < end; part = endOf(row, part)) {
    const one = decideAt(row, part, answers);
    if (one === 'met') met += 1;
    else if (one === 'unknown') open += 1;
  }
  return reached(met, met + open, cellAt(row, at + OPERAND));
}

function points(row: Row, at: number, answers: Answering): Finding {
  const tally = row.tallies[cellAt(row, at + OPERAND)];
  if (tally === undefined) throw new TypeError('a points test without its tally');
  const end = cellAt(row, at + END);
  const found: Finding[] = [];
  for (let part = at + PARTS; part < end; part = endOf(row, part)) found.push(decideAt(row, part, answers));
  return reached(
    totalOf(tally, (item) => found[item] === 'met'),
    totalOf(tally, (item) => found[item] !== 'unmet'),
    tally.pass,
  );
}

/** What the rule that begins at a place of a row comes to. */
export function decideAt(row: Row, at: number, answers: Answering): Finding {
  const head = cellAt(row, at);
  if (head < 0) return answers.to(~head);
  switch (head) {
    case ALL:
      return settled('unmet', row, at, answers);
    case ANY:
      return settled('met', row, at, answers);
    case NONE:
      return NEGATION[settled('met', row, at, answers)];
    case AT_LEAST:
      return atLeast(row, at, answers);
    default:
      return points(row, at, answers);
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

type Head<C> = { code: number; operand: number } | { criterion: C };

/** What a form begins with, or the criterion. */
function headOf<C extends object>(rule: RuleOver<C>, tallies: Tally[]): Head<C> {
  if ('all' in rule) return { code: ALL, operand: 0 };
  if ('any' in rule) return { code: ANY, operand: 0 };
  if ('none' in rule) return { code: NONE, operand: 0 };
  if ('atLeast' in rule) return { code: AT_LEAST, operand: Math.min(rule.atLeast, rule.of.length + 1) }; // a cell holds no more
  return 'points' in rule ? { code: POINTS, operand: tallies.push(tallyOf(rule.points)) - 1 } : { criterion: rule };
}

/** Lays a rule out behind those in a row, given the number under which each criterion is answered; the place where it begins. */
export function layOut<C extends object>(rule: RuleOver<C>, row: Row, numberOf: (criterion: C) => number): number {
  const at = row.length;
  const head = headOf(rule, row.tallies);
  if ('criterion' in head) {
    row.push(~numberOf(head.criterion));
    return at;
  }
  row.push(head.code, 0, head.operand);
  for (const part of partsOf(rule)) layOut(part, row, numberOf);
  row.cells[at + END] = row.length;
  return at;
}

/** A rule made ready to be asked of many subjects. */
export type Ready<C, S> = { rule: RuleOver<C>; row: Row; answering(subject: S): Answering; decide: Decide<S> };

/** Makes a rule ready, given what each criterion comes to (documents.md, «Rule»). */
export function compile<C extends object, S>(rule: RuleOver<C>, criterion: (criterion: C) => Decide<S>): Ready<C, S> {
  const deciders: Decide<S>[] = [];
  const row = new Row();
  layOut(rule, row, (one: C) => deciders.push(criterion(one)) - 1);
  const answering = (subject: S): Answering => ({ to: (at) => deciders[at]?.(subject) ?? 'unknown' });
  return { rule, row, answering, decide: (subject) => decideAt(row, 0, answering(subject)) };
}

/** The parts of the rule that begins at a place, in the order of the document, each with its own place. */
export function partsAt<C extends object>(
  rule: RuleOver<C>,
  row: Row,
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
export const tallyAt = (row: Row, at: number): Tally | undefined =>
  cellAt(row, at) === POINTS ? row.tallies[cellAt(row, at + OPERAND)] : undefined;
