import { grouped } from '../../grouped.ts';
import { coveredBy } from '../../rule/measure.ts';
import type { Change, OfferNeeded } from './change.ts';

type Changes = readonly Change[];

/** All that a set asks for but the occupation of the offer. */
const besidesOccupation = (changes: Changes): string =>
  JSON.stringify(
    changes.map((change) =>
      change.fact === 'offer' ? { ...change, to: { ...change.to, occupations: undefined, except: undefined } } : change,
    ),
  );

const offerOf = (changes: Changes): OfferNeeded | undefined =>
  changes.flatMap((change) => (change.fact === 'offer' ? [change.to] : []))[0];

/** Whether the changes open, the offer being for this occupation. */
type OpensAs = (changes: Changes, occupation: string) => boolean;

/** Every occupation of the offers, and which named ones are left out of them. */
function allOccupations(
  offers: readonly OfferNeeded[],
  named: readonly string[],
  opensAs: (occupation: string) => boolean,
): Partial<OfferNeeded> {
  const allowed = offers.flatMap(({ occupations = [] }) => occupations).sort();
  const others = named.filter((code) => !allowed.includes(code));
  if (offers.some(({ except }) => except !== undefined)) return { except: others.filter((code) => !opensAs(code)) };
  const except = others.filter((code) => coveredBy(code, allowed) && !opensAs(code));
  return { occupations: allowed, ...(except.length > 0 && { except }) };
}

function joinedOf(alike: readonly Changes[], named: readonly string[], opensAs: OpensAs): Changes {
  const [first = []] = alike;
  const offers = alike.flatMap((changes) => offerOf(changes) ?? []);
  if (offers.every(({ occupations, except }) => occupations === undefined && except === undefined)) return first;
  const occupation = allOccupations(offers, named, (code) => opensAs(first, code));
  return first.map((change) => {
    if (change.fact !== 'offer') return change;
    const { occupations: _, except: _except, ...to } = change.to;
    return { ...change, to: { ...to, ...occupation } };
  });
}

/**
 * Sets that differ in nothing but the occupation of the offer are one set that leaves the choice; `named`: the occupations of the rule. One
 * that is missing because a lower wage will do for it is no exception.
 */
export function joinOffers(sets: readonly Changes[], named: readonly string[], opensAs: OpensAs): Changes[] {
  return [...grouped(sets, besidesOccupation).values()].map((group) => joinedOf(group, named, opensAs));
}
