import type { Criterion, Money, Pathway, Problem, Vacancy, WageFloor } from '../documents/index.ts';
import { convertWage } from '../money/wage.ts';
import { floorStates } from '../pathway/wage-floors.ts';
import { ask } from '../rule/ask.ts';
import { compile } from '../rule/compile.ts';
import type { Finding } from '../rule/finding.ts';
import { Person } from '../rule/person.ts';

/** What forbids a vacancy under its pathway, and what somebody has to look at because it cannot be judged. */
export type Fit = { problems: Problem[]; flags: Problem[] };

const money = ({ amount, currency }: Money) => `${amount} ${currency}`;

const covers = ({ effective: { from, to } }: Pathway, on: string) => from <= on && (to == null || to >= on);

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

function* floorFlaws(vacancy: Vacancy, pathway: Pathway, on: string): Generator<{ problem: Problem; flag: boolean }> {
  const { wage, hoursPerWeek } = vacancy;
  for (const { floor, state } of floorStates(pathway.wageFloors, on)) {
    if (state !== 'in-force') continue;
    const concerned = concerns(floor, vacancy, on);
    if (concerned === 'unmet') continue;
    const least = `${money(floor.money)} per ${floor.per}`;
    if (wage.money.currency !== floor.money.currency) {
      yield {
        flag: true,
        problem: {
          path: '/wage/money/currency',
          message: `the wage floor of its pathway is in another currency: ${least}`,
        },
      };
      continue;
    }
    const converted = convertWage(wage, floor.per, hoursPerWeek);
    if (converted === undefined)
      yield {
        flag: true,
        problem: {
          path: '/hoursPerWeek',
          message: `without it nobody can tell whether the wage reaches the floor of ${least}`,
        },
      };
    else if (converted < floor.money.amount)
      yield {
        flag: concerned === 'unknown',
        problem: {
          path: '/wage/money/amount',
          message: `${converted} ${wage.money.currency} per ${floor.per}, below the wage floor of its pathway`,
          expected: `${least} or more`,
        },
      };
  }
}

function* scopeFlaws(
  { occupation, sector }: Vacancy,
  { occupations, sectors }: Pathway,
): Generator<{ problem: Problem; flag: boolean }> {
  if (occupations !== 'any' && !occupations.some((code) => occupation.startsWith(code))) {
    // A group may hold work that is inside and work that is outside.
    const flag = occupations.some((code) => code.startsWith(occupation));
    yield {
      flag,
      problem: {
        path: '/occupation',
        message: `"${occupation}" is outside the occupations of its pathway`,
        expected: occupations.join(', '),
      },
    };
  }
  if (sectors !== 'any' && !sectors.includes(sector))
    yield {
      flag: false,
      problem: {
        path: '/sector',
        message: `"${sector}" is outside the sectors of its pathway`,
        expected: sectors.join(', '),
      },
    };
}

function* feeFlaws({ workerFees }: Vacancy, { costs }: Pathway): Generator<{ problem: Problem; flag: boolean }> {
  if (workerFees === undefined || workerFees.amount <= 0) return;
  const at = { path: '/workerFees/amount' };
  if (costs.some(({ payer }) => payer === 'prohibited')) {
    yield { flag: false, problem: { ...at, message: 'its pathway prohibits that workers are charged', expected: '0' } };
    return;
  }
  const known = costs.flatMap(({ payer, money: cost }) =>
    payer === 'worker' && cost?.currency === workerFees.currency ? [cost.amount] : [],
  );
  const sum = known.reduce((total, amount) => total + amount, 0);
  if (known.length === 0)
    yield {
      flag: true,
      problem: { ...at, message: `no cost that a worker pays under its pathway is known in ${workerFees.currency}` },
    };
  else if (workerFees.amount > sum)
    yield {
      flag: false,
      problem: {
        ...at,
        message: `more than the costs that a worker pays under its pathway`,
        expected: `${money({ amount: sum, currency: workerFees.currency })} or less`,
      },
    };
}

/** Flaws of the contract's length and of the day that it begins. */
function* timeFlaws(
  { contractMonths, startOn }: Vacancy,
  editions: readonly Pathway[],
  { stay }: Pathway,
): Generator<{ problem: Problem; flag: boolean }> {
  if (stay.maxMonths !== null && contractMonths > stay.maxMonths)
    yield {
      flag: false,
      problem: {
        path: '/contractMonths',
        message: `longer than anybody may stay under its pathway`,
        expected: `${stay.maxMonths} or fewer`,
      },
    };
  if (startOn !== undefined && !editions.some((edition) => covers(edition, startOn)))
    yield { flag: false, problem: { path: '/startOn', message: 'its pathway is not in effect on that day' } };
}

/**
 * Whether a vacancy may stand under its pathway (documents.md, «Vacancy»). `editions`: the pathway's, the one published last at the end;
 * the one in effect when the work begins counts. `on`: today, for a vacancy that does not say when it begins.
 */
export function fitPathway(vacancy: Vacancy, editions: readonly Pathway[], on: string): Fit {
  const day = vacancy.startOn ?? on;
  const pathway = editions.findLast((edition) => covers(edition, day)) ?? editions.at(-1);
  if (!pathway) return { problems: [], flags: [] };
  const flaws = [
    ...scopeFlaws(vacancy, pathway),
    ...timeFlaws(vacancy, editions, pathway),
    ...floorFlaws(vacancy, pathway, day),
    ...feeFlaws(vacancy, pathway),
  ];
  return {
    problems: flaws.flatMap(({ problem, flag }) => (flag ? [] : [problem])),
    flags: flaws.flatMap(({ problem, flag }) => (flag ? [problem] : [])),
  };
}
