import { Displacement } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** Why the person had to leave home, if so. */
export const displacement = fact('displacement', {
  subject: 'displacement',
  parameters: {},
  comparisons: { eq: Displacement, in: someOf(Displacement) },
  measure: word,
  read:
    () =>
    ({ profile }) =>
      profile.displacement,
});
