import { Id } from '../../documents/ids.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** The id of the pathway of the journey being prepared. */
export const pathway = fact('pathway', {
  subject: 'journey',
  parameters: {},
  comparisons: { ...sameness(Id), ...membership(Id) },
  measure: word,
  here: ['pathway'],
  read:
    (_, { pathway }) =>
    () =>
      pathway,
});
