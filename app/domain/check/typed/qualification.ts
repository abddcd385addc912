import { Country } from '../../documents/codes.ts';
import type { Profile } from '../../documents/index.ts';
import { Months } from '../../documents/numbers.ts';
import { readCount } from './number.ts';
import { type Read, slip, slipsOf, type Typed, understood } from './typed.ts';
import { readWork } from './work.ts';

export type Qualification = NonNullable<Profile['qualifications']>[number];

function readRecognised(typed: Typed): Read<string[]> {
  const codes = [...new Set(typed.all('recognised'))].filter(Boolean);
  const known = codes.filter((code) => Country.safeParse(code).success);
  return known.length === codes.length ? understood(known.sort()) : slip('recognised', 'country');
}

/** A qualification: for what work, how many months of training it took, and where it is recognised. */
export function readQualification(typed: Typed): Read<Qualification> {
  const [occupation, trainingMonths] = [readWork(typed), readCount(typed, 'training', Months)];
  const recognisedIn = readRecognised(typed);
  if (!occupation.ok || !trainingMonths.ok || !recognisedIn.ok)
    return slipsOf(occupation, trainingMonths, recognisedIn);
  return understood({
    occupation: occupation.value,
    trainingMonths: trainingMonths.value,
    recognisedIn: recognisedIn.value,
  });
}
