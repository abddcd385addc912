import { Country } from '../../documents/codes.ts';
import { oneOf, type Read, type Typed, unlessBlank } from './typed.ts';

/** The country in which something was done or learnt, which no rule reads and nobody need tell. */
export const readPlace = (typed: Typed): Read<string | undefined> =>
  unlessBlank(typed, 'country', () => oneOf(typed, 'country', Country.options, 'country'));
