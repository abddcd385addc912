import { PathwayKind } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** The kind of the pathway of the journey being prepared. */
export const pathwayKind = fact('pathwayKind', {
  subject: 'journey',
  parameters: {},
  comparisons: { ...sameness(PathwayKind), ...membership(PathwayKind) },
  measure: word,
  here: ['pathwayKind'],
  read:
    (_, { pathwayKind }) =>
    () =>
      pathwayKind,
});
