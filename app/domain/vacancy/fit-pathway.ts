import type { Criterion, Money, Pathway, Problem, Vacancy, WageFloor } from '../documents/index.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { convertWage } from '../money/wage.ts';
import { floorStates } from '../pathway/wage-floors.ts';
import { ask } from '../rule/ask.ts';
import { compile } from '../rule/compile.ts';
import type { Finding } from '../rule/finding.ts';
import { Person } from '../rule/person.ts';

/** What forbids a vacancy under its pathway, and what somebody has to look at because it cannot be judged. */
export type Fit = { problems: Problem[]; flags: Problem[] };

const money = ({ amount, currency }: Money) => `${amount} ${currency}`;

/** A flaw forbids the vacancy, or, as a `flag`, is for somebody to look at. */
type Flaw = Problem & { flag: boolean };
const refusal = (problem: Problem): Flaw => ({ ...problem, flag: false });
const flag = (problem: Problem): Flaw => ({ ...problem, flag: true });

/** The offer that a vacancy is to whoever takes it, and nothing else known of them. */
function taker(vacancy: Vacancy, on: string): Person {
  const { destination, occupation, wage, hoursPerWeek, contractMonths } = vacancy;
  const offer = { destination, occupation, wage, months: contractMonths };
  return new Person({ type: 'profile', offer: hoursPerWeek === undefined ? offer : { ...offer, hoursPerWeek } }, on);
}

/** Whether a wage floor is for this vacancy: surely, surely not, or depending on the person. */
function concerns({ when }: WageFloor, vacancy: Vacancy, on: string): Finding {
  if (when === undefined) return 'met';
  const scope = { destination: vacancy.destination, pathway: vacancy.pathway };
  return compile(when, (criterion: Criterion) => {
    const question = ask(criterion, scope);
    return (person: Person) => question.finding(person);
  }).decide(taker(vacancy, on));
}

/** How the wage stands to a floor that is, or may be, for it. */
function floorFlaw({ wage, hoursPerWeek }: Vacancy, floor: WageFloor, concerned: Finding): Flaw | undefined {
  const least = `${money(floor.money)} per ${floor.per}`;
  const { currency } = wage.money;
  if (currency !== floor.money.currency)
    return flag({
      path: '/wage/money/currency',
      message: `the wage floor of its pathway is in another currency: ${least}`,
    });
  const converted = convertWage(wage, floor.per, hoursPerWeek);
  if (converted === undefined)
    return flag({
      path: '/hoursPerWeek',
      message: `without it nobody can tell whether the wage reaches the floor of ${least}`,
    });
  if (converted >= floor.money.amount) return undefined;
  return (concerned === 'unknown' ? flag : refusal)({
    path: '/wage/money/amount',
    message: `${converted} ${currency} per ${floor.per}, below the wage floor of its pathway`,
    expected: `${least} or more`,
  });
}

const floorFlaws = (vacancy: Vacancy, { wageFloors }: Pathway, on: string): Flaw[] =>
  floorStates(wageFloors, on).flatMap(({ floor, state }) => {
    const concerned = state === 'in-force' ? concerns(floor, vacancy, on) : 'unmet';
    return concerned === 'unmet' ? [] : (floorFlaw(vacancy, floor, concerned) ?? []);
  });

function* scopeFlaws({ occupation, sector }: Vacancy, { occupations, sectors }: Pathway): Generator<Flaw> {
  if (occupations !== 'any' && !occupations.some((code) => occupation.startsWith(code))) {
    // A group may hold work that is inside and work that is outside.
    const isWider = occupations.some((code) => code.startsWith(occupation));
    yield (isWider ? flag : refusal)({
      path: '/occupation',
      message: `"${occupation}" is outside the occupations of its pathway`,
      expected: occupations.join(', '),
    });
  }
  if (sectors !== 'any' && !sectors.includes(sector))
    yield refusal({
      path: '/sector',
      message: `"${sector}" is outside the sectors of its pathway`,
      expected: sectors.join(', '),
    });
}

function feeFlaw({ workerFees }: Vacancy, { costs }: Pathway): Flaw | undefined {
  if (workerFees === undefined || workerFees.amount <= 0) return undefined;
  const { currency } = workerFees;
  const path = '/workerFees/amount';
  if (costs.some(({ payer }) => payer === 'prohibited'))
    return refusal({ path, message: 'its pathway prohibits that workers are charged', expected: '0' });
  const known = costs.flatMap(({ payer, money: cost }) =>
    payer === 'worker' && cost?.currency === currency ? [cost.amount] : [],
  );
  if (known.length === 0)
    return flag({ path, message: `no cost that a worker pays under its pathway is known in ${currency}` });
  const amount = known.reduce((total, one) => total + one, 0);
  if (workerFees.amount <= amount) return undefined;
  return refusal({
    path,
    message: 'more than the costs that a worker pays under its pathway',
    expected: `${money({ amount, currency })} or less`,
  });
}

/** Flaws of the contract's length and of the day that it begins. */
function* timeFlaws(
  { contractMonths, startOn }: Vacancy,
  editions: readonly Pathway[],
  { stay: { maxMonths } }: Pathway,
): Generator<Flaw> {
  if (maxMonths !== null && contractMonths > maxMonths)
    yield refusal({
      path: '/contractMonths',
      message: 'longer than anybody may stay under its pathway',
      expected: `${maxMonths} or fewer`,
    });
  if (startOn !== undefined && !editions.some((edition) => isInEffect(edition, startOn)))
    yield refusal({ path: '/startOn', message: 'its pathway is not in effect on that day' });
}

/**
 * Whether a vacancy may stand under its pathway (documents.md, «Vacancy»). `editions`: the pathway's, the one published last at the end;
 * the one in effect when the work begins counts. `on`: today, for a vacancy that does not say when it begins.
 */
export function fitPathway(vacancy: Vacancy, editions: readonly Pathway[], on: string): Fit {
  const day = vacancy.startOn ?? on;
  const pathway = editions.findLast((edition) => isInEffect(edition, day)) ?? editions.at(-1);
  if (!pathway) return { problems: [], flags: [] };
  const flaws = [
    ...scopeFlaws(vacancy, pathway),
    ...timeFlaws(vacancy, editions, pathway),
    ...floorFlaws(vacancy, pathway, day),
    ...[feeFlaw(vacancy, pathway) ?? []].flat(),
  ];
  const those = (flagged: boolean): Problem[] =>
    flaws.flatMap(({ flag: isFlag, ...problem }) => (isFlag === flagged ? [problem] : []));
  return { problems: those(false), flags: those(true) };
}
