import type { Finding } from './finding.ts';
import { type Tally, tallyOf, totalOf } from './points.ts';
import type { RuleOver } from './rule.ts';

/** What a rule comes to for a subject, such as a person. */
export type Decide<S> = (subject: S) => Finding;

function all<S>(parts: readonly Decide<S>[]): Decide<S> {
  return (subject) => {
    let finding: Finding = 'met';
    for (const part of parts) {
      const one = part(subject);
      if (one === 'unmet') return one;
      if (one === 'unknown') finding = one;
    }
    return finding;
  };
}

function any<S>(parts: readonly Decide<S>[]): Decide<S> {
  return (subject) => {
    let finding: Finding = 'unmet';
    for (const part of parts) {
      const one = part(subject);
      if (one === 'met') return one;
      if (one === 'unknown') finding = one;
    }
    return finding;
  };
}

const NEGATION = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const satisfies Record<Finding, Finding>;

/** Where a sum stands that is at least `lowest` and at most `highest`. */
export const reached = (lowest: number, highest: number, pass: number): Finding =>
  lowest >= pass ? 'met' : highest < pass ? 'unmet' : 'unknown';

function atLeast<S>(needed: number, parts: readonly Decide<S>[]): Decide<S> {
  return (subject) => {
    let [met, open] = [0, 0];
    for (const part of parts) {
      const one = part(subject);
      if (one === 'met') met += 1;
      else if (one === 'unknown') open += 1;
    }
    return reached(met, met + open, needed);
  };
}

function points<S>(tally: Tally, parts: readonly Decide<S>[]): Decide<S> {
  return (subject) => {
    const found = parts.map((part) => part(subject));
    return reached(
      totalOf(tally, (at) => found[at] === 'met'),
      totalOf(tally, (at) => found[at] !== 'unmet'),
      tally.pass,
    );
  };
}

function negated<S>(decide: Decide<S>): Decide<S> {
  return (subject) => NEGATION[decide(subject)];
}

/** A rule made ready to be asked of many subjects; its parts are those of the document, in their order. */
export type Ready<C, S> = {
  rule: RuleOver<C>;
  decide: Decide<S>;
  parts: readonly Ready<C, S>[];
  /** Of a points test. */
  tally?: Tally;
};

/** The rules that a rule is made of; none in a criterion. */
function partsOf<C extends object>(rule: RuleOver<C>): readonly RuleOver<C>[] {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  if ('none' in rule) return rule.none;
  if ('atLeast' in rule) return rule.of;
  return 'points' in rule ? rule.points.items.map(({ when }) => when) : [];
}

/** Makes a rule ready, given what each criterion comes to (documents.md, «Rule»). */
export function compile<C extends object, S>(rule: RuleOver<C>, criterion: (criterion: C) => Decide<S>): Ready<C, S> {
  const parts = partsOf(rule).map((part) => compile(part, criterion));
  const decides = parts.map(({ decide }) => decide);
  if ('all' in rule) return { rule, parts, decide: all(decides) };
  if ('any' in rule) return { rule, parts, decide: any(decides) };
  if ('none' in rule) return { rule, parts, decide: negated(any(decides)) };
  if ('atLeast' in rule) return { rule, parts, decide: atLeast(rule.atLeast, decides) };
  if ('points' in rule) {
    const tally = tallyOf(rule.points);
    return { rule, parts, tally, decide: points(tally, decides) };
  }
  return { rule, parts, decide: criterion(rule) };
}
