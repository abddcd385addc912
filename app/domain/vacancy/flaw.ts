import type { Money, Problem, WageFloor } from '../documents/index.ts';
import { canonicalJson } from '../text/canonical-json.ts';

type Floor = Pick<WageFloor, 'money' | 'per'>;

/** What is wrong, with what it takes to say so in any language. */
type Why =
  | { why: 'wage-below-floor'; paid: Money; floor: Floor }
  | { why: 'floor-in-other-currency' | 'hours-needed'; floor: Floor }
  | { why: 'occupation-outside'; occupation: string; among: readonly string[] }
  | { why: 'sector-outside'; sector: string; among: readonly string[] }
  | { why: 'fees-prohibited' | 'not-in-effect' }
  | { why: 'fees-unknown'; currency: string }
  | { why: 'fees-above'; most: Money }
  | { why: 'too-long'; months: number }
  | { why: 'other-destination'; destination: string }
  | { why: 'fewer-than-filled'; filled: number }
  | { why: 'no-places'; quota: string; remaining: number }
  | { why: 'asks-who-they-are'; facts: readonly string[] }
  | { why: 'asks-for-payment' | 'hidden-marks' | 'pathway-not-in-effect' | 'pathway-closed' | 'no-market-test' };

/** Something about a vacancy that forbids it, or, as a `flag`, is for somebody to look at; `path` is where it stands in the vacancy. */
export type Flaw = Why & { path: string; flag?: true };

const money = ({ amount, currency }: Money) => `${amount} ${currency}`;
const wage = ({ money: least, per }: Floor) => `${money(least)} per ${per}`;

type Words<W extends Why['why']> = (flaw: Extract<Why, { why: W }>) => Omit<Problem, 'path'>;

const WORDS: { [W in Why['why']]: Words<W> } = {
  'wage-below-floor': ({ paid, floor }) => ({
    message: `${money(paid)} per ${floor.per}, below the wage floor of its pathway`,
    expected: `${wage(floor)} or more`,
  }),
  'floor-in-other-currency': ({ floor }) => ({
    message: `the wage floor of its pathway is in another currency: ${wage(floor)}`,
  }),
  'hours-needed': ({ floor }) => ({
    message: `without it nobody can tell whether the wage reaches the floor of ${wage(floor)}`,
  }),
  'occupation-outside': ({ occupation, among }) => ({
    message: `"${occupation}" is outside the occupations of its pathway`,
    expected: among.join(', '),
  }),
  'sector-outside': ({ sector, among }) => ({
    message: `"${sector}" is outside the sectors of its pathway`,
    expected: among.join(', '),
  }),
  'fees-prohibited': () => ({ message: 'its pathway prohibits that workers are charged', expected: '0' }),
  'fees-unknown': ({ currency }) => ({
    message: `no cost that a worker pays under its pathway is known in ${currency}`,
  }),
  'fees-above': ({ most }) => ({
    message: 'more than the costs that a worker pays under its pathway',
    expected: `${money(most)} or less`,
  }),
  'too-long': ({ months }) => ({
    message: 'longer than anybody may stay under its pathway',
    expected: `${months} or fewer`,
  }),
  'not-in-effect': () => ({ message: 'its pathway is not in effect on that day' }),
  'other-destination': ({ destination }) => ({
    message: 'its pathway leads elsewhere',
    expected: destination,
  }),
  'fewer-than-filled': ({ filled }) => ({
    message: `${filled} places of it are filled`,
    expected: `${filled} or more`,
  }),
  'asks-for-payment': () => ({ message: 'it names a phone or an account and money: nobody pays for a job' }),
  'asks-who-they-are': ({ facts }) => ({
    message: `it requires ${facts.join(', ')}: only a law may ask for that, and its pathway does where one does`,
  }),
  'hidden-marks': () => ({ message: 'it holds marks that turn the direction of text' }),
  'pathway-not-in-effect': () => ({ message: 'its pathway is not in effect any more: it is offered to nobody' }),
  'pathway-closed': () => ({ message: 'its pathway is closed or suspended' }),
  'no-market-test': () => ({ message: 'its pathway asks for evidence of a labour-market test, and none is with it' }),
  'no-places': ({ quota, remaining }) => ({
    message: `the quota "${quota}" has fewer places left`,
    expected: `${remaining} or fewer`,
  }),
};

/** In English, as an import reports it, and itself, for whoever says it in another language. */
export function problemOf<W extends Why['why']>(flaw: Extract<Flaw, { why: W }>): Problem & { flaw: Flaw } {
  const words: Words<W> = WORDS[flaw.why];
  return { path: flaw.path, ...words(flaw), flaw };
}

/** Whether a flaw is one of these: the same in every part. */
export function isAmong(flaws: readonly Flaw[]): (flaw: Flaw) => boolean {
  const known = new Set(flaws.map(canonicalJson));
  return (flaw) => known.has(canonicalJson(flaw));
}
