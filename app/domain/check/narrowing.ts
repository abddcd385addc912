import { Country } from '../documents/codes.ts';
import type { Pathway } from '../documents/index.ts';
import { workerPays } from '../pathway/costs.ts';

/** What a person wants to see of a result. */
export type Narrowing = {
  destination?: string;
  stay?: 'short' | 'long';
  settlement?: true;
  family?: true;
  free?: true;
};

/** The keys in an address; they are none of those that answers have. */
export const NARROWING_KEYS = {
  destination: 'destination',
  stay: 'length',
  settlement: 'settlement',
  family: 'family',
  free: 'pays',
} as const satisfies Record<keyof Narrowing, string>;

const YEAR = 12;

const isShort = ({ stay: { initialMonths, maxMonths, renewable } }: Pathway): boolean => {
  const longest = maxMonths ?? (renewable ? null : initialMonths);
  return longest !== null && longest <= YEAR;
};

/** Whether a pathway is among those wanted; what its sources do not state is not promised. */
export const isWanted = (pathway: Pathway, { destination, stay, settlement, family, free }: Narrowing): boolean =>
  (destination === undefined || pathway.destination === destination) &&
  (stay === undefined || isShort(pathway) === (stay === 'short')) &&
  (!settlement || pathway.leadsToSettlement === true) &&
  (!family || pathway.familyMayAccompany === true) &&
  (!free || workerPays(pathway) === 'nothing');

const STAYS = ['short', 'long'] as const;

/** Reads the choice off an address; a value that means nothing is left out and told. */
export function parseNarrowing(params: URLSearchParams): {
  narrowing: Narrowing;
  bad: { key: string; value: string }[];
} {
  const bad: { key: string; value: string }[] = [];
  const read = <V extends string>(name: keyof Narrowing, accept: (value: string) => V | undefined): V | undefined => {
    const key = NARROWING_KEYS[name];
    const value = params.get(key) ?? '';
    const good = value === '' ? undefined : accept(value);
    if (value !== '' && good === undefined) bad.push({ key, value });
    return good;
  };
  const oneOf =
    <V extends string>(options: readonly V[]) =>
    (value: string) =>
      options.find((option) => option === value);
  const destination = read('destination', oneOf(Country.options));
  const stay = read('stay', oneOf(STAYS));
  const narrowing: Narrowing = {
    ...(destination && { destination }),
    ...(stay && { stay }),
    ...(read('settlement', oneOf(['yes'])) && { settlement: true }),
    ...(read('family', oneOf(['yes'])) && { family: true }),
    ...(read('free', oneOf(['nothing'])) && { free: true }),
  };
  return { narrowing, bad };
}
