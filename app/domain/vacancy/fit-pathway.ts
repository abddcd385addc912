import type { Criterion, Pathway, VacancyDraft, WageFloor } from '../documents/index.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { convertWage } from '../money/wage.ts';
import { sumOf } from '../number/decimal.ts';
import { floorStates } from '../pathway/wage-floors.ts';
import { ask } from '../rule/ask.ts';
import { compile } from '../rule/compile.ts';
import type { Finding } from '../rule/finding.ts';
import { Person } from '../rule/person.ts';
import { asOffer } from './as-offer.ts';
import type { Flaw } from './flaw.ts';

/** Whoever takes a vacancy, and nothing else known of them. */
function taker({ destination, ...work }: VacancyDraft, on: string): Person {
  const offer = destination === undefined ? {} : { offer: asOffer({ destination, ...work }) };
  return new Person({ type: 'profile', ...offer }, on);
}

/** Whether a wage floor is for this vacancy: surely, surely not, or depending on the person. */
function concerns(
  { when }: WageFloor,
  vacancy: VacancyDraft,
  { id: pathway, destination }: Pathway,
  on: string,
): Finding {
  if (when === undefined) return 'met';
  return compile(when, (criterion: Criterion) => {
    const question = ask(criterion, { destination, pathway });
    return (person: Person) => question.finding(person);
  }).decide(taker(vacancy, on));
}

type Paid = Pick<VacancyDraft, 'hoursPerWeek'> & Required<Pick<VacancyDraft, 'wage'>>;

/** How the wage stands to a floor that is, or may be, for it. */
function floorFlaw({ wage, hoursPerWeek }: Paid, floor: WageFloor, concerned: Finding): Flaw | undefined {
  const least = { money: floor.money, per: floor.per };
  const { currency } = wage.money;
  if (currency !== floor.money.currency)
    return { path: '/wage/money/currency', why: 'floor-in-other-currency', floor: least, flag: true };
  const amount = convertWage(wage, floor.per, hoursPerWeek);
  if (amount === undefined) return { path: '/hoursPerWeek', why: 'hours-needed', floor: least, flag: true };
  if (amount >= floor.money.amount) return undefined;
  const below = {
    path: '/wage/money/amount',
    why: 'wage-below-floor',
    paid: { amount, currency },
    floor: least,
  } as const;
  return concerned === 'unknown' ? { ...below, flag: true } : below;
}

function floorFlaws(vacancy: VacancyDraft, pathway: Pathway, on: string): Flaw[] {
  const { wage, hoursPerWeek } = vacancy;
  if (wage === undefined) return [];
  return floorStates(pathway.wageFloors, on).flatMap(({ floor, state }) => {
    const concerned = state === 'in-force' ? concerns(floor, vacancy, pathway, on) : 'unmet';
    return concerned === 'unmet' ? [] : (floorFlaw({ wage, hoursPerWeek }, floor, concerned) ?? []);
  });
}

function* scopeFlaws(vacancy: VacancyDraft, { destination, occupations, sectors }: Pathway): Generator<Flaw> {
  const { occupation, sector } = vacancy;
  if (vacancy.destination !== undefined && vacancy.destination !== destination)
    yield { path: '/destination', why: 'other-destination', destination, flag: true };
  if (occupation !== undefined && occupations !== 'any' && !occupations.some((code) => occupation.startsWith(code))) {
    // A group may hold work that is inside and work that is outside.
    const isWider = occupations.some((code) => code.startsWith(occupation));
    const outside = { path: '/occupation', why: 'occupation-outside', occupation, among: occupations } as const;
    yield isWider ? { ...outside, flag: true } : outside;
  }
  if (sector !== undefined && sectors !== 'any' && !sectors.includes(sector))
    yield { path: '/sector', why: 'sector-outside', sector, among: sectors };
}

function feeFlaw({ workerFees }: VacancyDraft, { costs }: Pathway): Flaw | undefined {
  if (workerFees === undefined || workerFees.amount <= 0) return undefined;
  const { currency } = workerFees;
  const path = '/workerFees/amount';
  if (costs.some(({ payer }) => payer === 'prohibited')) return { path, why: 'fees-prohibited' };
  const known = costs.flatMap(({ payer, money: cost }) =>
    payer === 'worker' && cost?.currency === currency ? [cost.amount] : [],
  );
  if (known.length === 0) return { path, why: 'fees-unknown', currency, flag: true };
  const amount = sumOf(known);
  return workerFees.amount <= amount ? undefined : { path, why: 'fees-above', most: { amount, currency } };
}

/** Flaws of the contract's length and of the day that it begins. */
function* timeFlaws(
  { contractMonths, startOn }: VacancyDraft,
  editions: readonly Pathway[],
  { stay: { maxMonths } }: Pathway,
): Generator<Flaw> {
  if (contractMonths !== undefined && maxMonths !== null && contractMonths > maxMonths)
    yield { path: '/contractMonths', why: 'too-long', months: maxMonths };
  if (startOn !== undefined && !editions.some((edition) => isInEffect(edition, startOn)))
    yield { path: '/startOn', why: 'not-in-effect' };
}

/** The edition by which what begins on a day is judged: the one in effect then, or the one published last. */
export const editionOn = (editions: readonly Pathway[], day: string): Pathway | undefined =>
  editions.findLast((edition) => isInEffect(edition, day)) ?? editions.at(-1);

/** The editions of its pathway by which a vacancy is judged: as that stands today, and when the work begins. */
export const judgedBy = ({ startOn }: VacancyDraft, editions: readonly Pathway[], on: string): Pathway[] =>
  [on, startOn ?? on].flatMap((day) => editionOn(editions, day) ?? []);

/**
 * What of a vacancy, or of as much as is written of one, does not fit its pathway (documents.md, «Vacancy»). `editions`: the pathway's,
 * the one published last at the end; the one in effect when the work begins counts. `on`: today, for a vacancy that does not say when
 * it begins.
 */
export function flawsUnder(vacancy: VacancyDraft, editions: readonly Pathway[], on: string): Flaw[] {
  const day = vacancy.startOn ?? on;
  const pathway = editionOn(editions, day);
  if (!pathway) return [];
  return [
    ...scopeFlaws(vacancy, pathway),
    ...timeFlaws(vacancy, editions, pathway),
    ...floorFlaws(vacancy, pathway, day),
    ...[feeFlaw(vacancy, pathway) ?? []].flat(),
  ];
}
