import { toVacancySearch, type VacancySearch } from '../../../search/vacancy/query.ts';
import { WANTED, type Wanted } from '../../domain/matching/wanted.ts';

/** Where a list of vacancies stands, and what its addresses hold beside the search. */
export type ListPlace = { path: 'vacancies' | 'check/vacancies'; kept: readonly (readonly [string, string])[] };

/** The list that is the same for everybody. */
export const EVERYBODYS: ListPlace = { path: 'vacancies', kept: [] };

/** The key of an address that says which are wanted, and that of the check by which somebody qualifies, if not by a profile. */
export const WANTED_KEY = 'qualify';
export const CHECK_KEY = 'check';

/** The list for somebody, by a check or, without one, by the profile of who is signed in. */
export const placeFor = (wanted: Wanted, check?: string): ListPlace => ({
  path: 'check/vacancies',
  kept: [
    ...(wanted === WANTED[0] ? [] : [[WANTED_KEY, wanted] as const]),
    ...(check === undefined ? [] : [[CHECK_KEY, check] as const]),
  ],
});

/** The address of a search there. */
export function placedHref(locale: string, { path, kept }: ListPlace, search: VacancySearch): string {
  const params = toVacancySearch(search);
  for (const [key, value] of kept) params.append(key, value);
  const query = params.toString();
  return `/${locale}/${path}${query && `?${query}`}`;
}
