import type { Pathway, Rule } from '../documents/index.ts';
import { ask } from '../rule/ask.ts';
import { compile } from '../rule/compile.ts';
import type { Finding } from '../rule/finding.ts';
import { Person } from '../rule/person.ts';
import type { Criterion } from '../rule/rule.ts';

/** The journey under a pathway as far as the pathway itself tells it. */
export type Journey = { pathway: string; destination: string; kind: string; occupations: readonly string[] | 'any' };

export const journeyOf = ({ id, destination, kind, occupations }: Pathway): Journey => ({
  pathway: id,
  destination,
  kind,
  occupations,
});

const yes = (is: boolean): Finding => (is ? 'met' : 'unmet');

type Comparison = { eq?: string; ne?: string; in?: readonly string[]; notIn?: readonly string[] };

/** Met or unmet only where it is so for every occupation that the pathway covers. */
function compareOccupations(covered: readonly string[] | 'any', { eq, ne, in: among, notIn }: Comparison): Finding {
  if (covered === 'any') return 'unknown';
  const codes = [eq, ne, ...(among ?? []), ...(notIn ?? [])].filter((code) => typeof code === 'string');
  const within = covered.map((own): Finding => {
    if (codes.some((code) => own.startsWith(code))) return 'met';
    return codes.some((code) => code.startsWith(own)) ? 'unknown' : 'unmet';
  });
  const [first, ...rest] = within;
  if (first === undefined || rest.some((other) => other !== first)) return 'unknown';
  const negated = ne !== undefined || notIn !== undefined;
  return first === 'unknown' ? 'unknown' : yes((first === 'met') !== negated);
}

/** Of whom nothing is known: what depends on the person stays open. */
const NOBODY = new Person({ type: 'profile' }, '9999-12-31');

function findingOf(criterion: Criterion, { occupations, destination, pathway, kind }: Journey): Finding {
  if (criterion.fact === 'occupation') return compareOccupations(occupations, criterion);
  return ask(criterion, { destination, pathway, pathwayKind: kind }).finding(NOBODY);
}

/** Whether a step or a bar concerns anybody on this journey: surely, surely not, or depending on the person. */
export const concerns = (rule: Rule | undefined, journey: Journey): Finding =>
  rule === undefined
    ? 'met'
    : compile(rule, (criterion: Criterion) => () => findingOf(criterion, journey)).decide(undefined);
