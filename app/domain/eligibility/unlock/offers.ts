import { iscoCodes } from '../../documents/isco-codes.ts';
import { grouped } from '../../grouped.ts';
import { comparisonOf } from '../../rule/comparison.ts';
import { coveredBy } from '../../rule/measure.ts';
import { offerHere } from '../../rule/offer-here.ts';
import type { Person } from '../../rule/person.ts';
import type { CriterionOf, PersonCriterion } from '../../rule/rule.ts';
import type { Change, ChangeOf, OfferNeeded } from './change.ts';
import { oneOfEach } from './choices.ts';
import { turnsOf } from './turns.ts';

type Terms = Omit<OfferNeeded, 'destination'>;

/** The week that is worked where a rule counts by the hour and by longer times, and no offer says how many hours. */
const FULL_TIME = 40;

/** The whole steps next to where a comparison turns: one where it holds and one where it does not. */
function besides(criterion: CriterionOf<'offerWage' | 'offerMonths'>, least: number): number[] {
  const { operator, value } = comparisonOf(criterion);
  return turnsOf(operator, Number(value))
    .flatMap((turn) => [turn - 1, turn])
    .filter((step) => step >= least);
}

const rising = (values: Iterable<number>) => [...new Set(values)].sort((a, b) => a - b);

const isOf =
  <F extends PersonCriterion['fact']>(fact: F) =>
  (criterion: PersonCriterion): criterion is Extract<PersonCriterion, { fact: F }> =>
    criterion.fact === fact;

/** The prefixes that a rule names of the occupation of an offer. */
export const namedOccupations = (criteria: readonly PersonCriterion[]): string[] =>
  [...new Set(criteria.filter(isOf('offerOccupation')).flatMap((one) => one.in ?? one.notIn ?? []))].sort();

/** Occupations that the rule tells apart: one entry for all that stand in the same of its lists, and one for all others. */
function occupationTerms(criteria: readonly PersonCriterion[]): Terms[] {
  const lists = criteria.filter(isOf('offerOccupation')).map((one) => one.in ?? one.notIn ?? []);
  const named = namedOccupations(criteria);
  const alike = grouped(named, (code) => String(lists.map((list) => coveredBy(code, list))));
  const others = lists.length > 0 && iscoCodes.some((code) => !coveredBy(code, named));
  return [...[...alike.values()].map((occupations) => ({ occupations })), ...(others ? [{ except: named }] : [])];
}

function wageTerms(criteria: readonly PersonCriterion[], hoursKnown: boolean): Terms[] {
  const wages = criteria.filter(isOf('offerWage'));
  const kinds = new Map(wages.map((one) => [`${one.currency} ${one.per}`, one]));
  return [...kinds.values()].flatMap(({ currency, per }) => {
    const inCurrency = wages.filter((one) => one.currency === currency);
    const needsHours = !hoursKnown && new Set(inCurrency.map((one) => one.per === 'hour')).size > 1;
    const amounts = inCurrency.filter((one) => one.per === per).flatMap((one) => besides(one, 0));
    return rising(amounts).map((amount) => ({
      wage: { money: { amount, currency }, per },
      ...(needsHours && { hoursPerWeek: FULL_TIME }),
    }));
  });
}

const monthsTerms = (criteria: readonly PersonCriterion[]): Terms[] =>
  rising(criteria.filter(isOf('offerMonths')).flatMap((one) => besides(one, 1))).map((months) => ({ months }));

/** Every choice of so many kinds of terms. */
const kindsBySize = ([occupation, wage, months]: readonly [Terms[], Terms[], Terms[]]) => [
  [],
  [occupation],
  [wage],
  [months],
  [occupation, wage],
  [occupation, months],
  [wage, months],
  [occupation, wage, months],
];

/**
 * Offers at the destination that the rule tells apart, those that ask for the fewest terms first, the lowest wage and the shortest
 * contract first; where there is an offer already, what it would have to say otherwise.
 */
export function offersAt(
  destination: string,
  criteria: readonly PersonCriterion[],
  person: Person,
): Iterable<ChangeOf<'offer'>> {
  const here = offerHere(person, destination);
  const kinds = kindsBySize([
    occupationTerms(criteria),
    wageTerms(criteria, here?.hoursPerWeek !== undefined),
    monthsTerms(criteria),
  ]);
  const from = here === undefined ? null : (here ?? false);
  return {
    *[Symbol.iterator]() {
      for (const [at, kind] of kinds.entries()) {
        if (at === 0 && here) continue; // it is there already
        for (const [one, other, last] of oneOfEach(kind))
          yield { fact: 'offer', from, to: { destination, ...one, ...other, ...last } };
      }
    },
  };
}

const isSame = (a: readonly string[] | undefined, b: readonly string[] | undefined) => String(a) === String(b);

function neededNoMore(a: OfferNeeded, b: OfferNeeded): boolean {
  const { wage, months } = a;
  const occupationAsked = a.occupations !== undefined || a.except !== undefined;
  if (occupationAsked && !(isSame(a.occupations, b.occupations) && isSame(a.except, b.except))) return false;
  if (months !== undefined && (b.months === undefined || months > b.months)) return false;
  if (wage === undefined) return true;
  const isSameKind = wage.per === b.wage?.per && wage.money.currency === b.wage.money.currency;
  return isSameKind && b.wage !== undefined && wage.money.amount <= b.wage.money.amount;
}

/** Whether, of two offers at one place, the first has to say no more than the second. */
export const offerAsksNoMore = (a: Change, b: Change): boolean =>
  a.fact === 'offer' && b.fact === 'offer' && neededNoMore(a.to, b.to);
