import type { Pathway, Rule } from '../documents/index.ts';
import { decide, type Finding } from '../rule/decide.ts';
import type { Criterion } from '../rule/rule.ts';

/** The journey under a pathway as far as the pathway itself tells it. */
export type Journey = { pathway: string; destination: string; kind: string; occupations: readonly string[] | 'any' };

export const journeyOf = ({ id, destination, kind, occupations }: Pathway): Journey => ({
  pathway: id,
  destination,
  kind,
  occupations,
});

type Comparison = { eq?: unknown; ne?: unknown; in?: readonly unknown[]; notIn?: readonly unknown[] };

const yes = (is: boolean): Finding => (is ? 'met' : 'unmet');

function compareCode(value: string, { eq, ne, in: among, notIn }: Comparison): Finding {
  if (eq !== undefined) return yes(value === eq);
  if (ne !== undefined) return yes(value !== ne);
  if (among !== undefined) return yes(among.includes(value));
  return yes(!notIn?.includes(value));
}

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

function findingOf(criterion: Criterion, journey: Journey): Finding {
  switch (criterion.fact) {
    case 'destination':
      return compareCode(journey.destination, criterion);
    case 'pathway':
      return compareCode(journey.pathway, criterion);
    case 'pathwayKind':
      return compareCode(journey.kind, criterion);
    case 'occupation':
      return compareOccupations(journey.occupations, criterion);
    default:
      return 'unknown'; // it depends on the person, of whom nothing is known here
  }
}

/** Whether a step or a bar concerns anybody on this journey: surely, surely not, or depending on the person. */
export const concerns = (rule: Rule | undefined, journey: Journey): Finding =>
  rule === undefined ? 'met' : decide<Criterion>(rule, (criterion) => findingOf(criterion, journey));
