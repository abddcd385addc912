import type { Pathway } from '../documents/index.ts';

/** Whether nationals of a state may come under a pathway: `exceptOrigins` wins over `origins` (documents.md, «Rule»). */
export function isOpenTo(
  { origins, exceptOrigins = [] }: Pick<Pathway, 'origins' | 'exceptOrigins'>,
  country: string,
): boolean {
  return !exceptOrigins.includes(country) && (origins === 'any' || origins.includes(country));
}
