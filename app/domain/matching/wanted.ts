/** Which vacancies somebody wants to see, by what she qualifies for: those alone, those that she may qualify for too, or all. */
export const WANTED = ['eligible', 'possible', 'all'] as const;
export type Wanted = (typeof WANTED)[number];

/** What the vacancies wanted require, in the order in which they are listed; undefined: anything. */
export const requirementsOf = (
  wanted: Wanted,
  { eligible, possible }: Readonly<Record<'eligible' | 'possible', readonly number[]>>,
): readonly (readonly number[])[] | undefined =>
  ({ eligible: [eligible], possible: [eligible, possible], all: undefined })[wanted];
