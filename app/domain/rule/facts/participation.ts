import { Id } from '../../documents/ids.ts';
import { Count } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { recalled } from '../person.ts';

/** Stays under the pathways `of` (this one if absent) begun by the day of evaluation. */
export const participation = fact('participation', {
  subject: 'stays',
  parameters: { of: someOf(Id).optional() },
  comparisons: { ...order(Count), eq: Count },
  measure: number,
  here: ['pathway'],
  read: ({ of }, { pathway }) => {
    const pathways = of ?? (pathway === undefined ? undefined : [pathway]);
    return recalled(`participation ${pathways}`, ({ profile: { stays }, on }) => {
      if (pathways === undefined || stays === undefined) return undefined;
      return stays.filter(({ pathway: under, from }) => under !== undefined && pathways.includes(under) && from <= on)
        .length;
    });
  },
});
