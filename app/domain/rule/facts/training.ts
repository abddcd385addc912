import { Occupation } from '../../documents/codes.ts';
import { Months } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { coveredBy, number } from '../measure.ts';
import { recalled } from '../person.ts';

/** Months of the longest formal vocational training for the occupations `of` (any if absent). */
export const training = fact('training', {
  subject: 'qualifications',
  parameters: { of: someOf(Occupation).optional() },
  comparisons: order(Months),
  measure: number,
  read: ({ of }) =>
    recalled(`training ${of}`, ({ profile: { qualifications } }) => {
      const fitting = qualifications?.filter(({ occupation }) => of === undefined || coveredBy(occupation, of));
      return fitting && Math.max(0, ...fitting.map(({ trainingMonths }) => trainingMonths));
    }),
});
