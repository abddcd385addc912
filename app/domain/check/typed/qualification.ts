import { Country } from '../../documents/codes.ts';
import type { Profile } from '../../documents/index.ts';
import { Months } from '../../documents/numbers.ts';
import { readCount } from './number.ts';
import { readPlace } from './place.ts';
import { type Read, slip, slipsOf, type Typed, understood } from './typed.ts';
import { readWork } from './work.ts';

export type Qualification = NonNullable<Profile['qualifications']>[number];

function readRecognised(typed: Typed): Read<string[]> {
  const codes = [...new Set(typed.all('recognised'))].filter(Boolean);
  const known = codes.filter((code) => Country.safeParse(code).success);
  return known.length === codes.length ? understood(known.sort()) : slip('recognised', 'country');
}

/** A qualification: for what work, how many months of training it took, where it was got and where it is recognised. */
export function readQualification(typed: Typed): Read<Qualification> {
  const [occupation, trainingMonths] = [readWork(typed), readCount(typed, 'training', Months)];
  const [country, recognisedIn] = [readPlace(typed), readRecognised(typed)];
  if (!occupation.ok || !trainingMonths.ok || !country.ok || !recognisedIn.ok)
    return slipsOf(occupation, trainingMonths, country, recognisedIn);
  return understood({
    occupation: occupation.value,
    ...(country.value !== undefined && { country: country.value }),
    trainingMonths: trainingMonths.value,
    recognisedIn: recognisedIn.value,
  });
}
