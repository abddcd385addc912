import type { CriterionOf, Profile } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { dayOf, daysBetween, isBefore, monthsBefore } from './calendar.ts';
import { compareNumber, compareTruth } from './compare.ts';
import type { Told } from './told.ts';

type Stay = NonNullable<Profile['stays']>[number];

/** A stay that begins after `on` does not count yet. */
const stayBegun = ({ from }: Stay, on: string): boolean => !isBefore(dayOf(on), dayOf(from));

export function judgeStay({ profile, on, destination }: Told, criterion: CriterionOf<'stay'>): Finding {
  if (profile.stays === undefined) return 'unknown';
  const daysOf = (stays: readonly Stay[]) => daysPresent(stays, on, criterion.withinMonths);
  if (criterion.where === undefined && destination === undefined) {
    // Nobody says where *here* is: known only of one who was nowhere.
    return daysOf(profile.stays) === 0 ? compareNumber(0, criterion) : 'unknown';
  }
  const where = criterion.where ?? [destination];
  return compareNumber(daysOf(profile.stays.filter(({ country }) => where.includes(country))), criterion);
}

function daysPresent(stays: readonly Stay[], on: string, withinMonths: number): number {
  const last = dayOf(on);
  const first = monthsBefore(last, withinMonths);
  const present = new Set<string>();
  for (const { from, to = on } of stays) {
    const arrival = isBefore(dayOf(from), first) ? first : dayOf(from);
    const leaving = isBefore(last, dayOf(to)) ? last : dayOf(to);
    for (const { year, month, day } of daysBetween(arrival, leaving)) present.add(`${year}-${month}-${day}`);
  }
  return present.size;
}

export function judgeParticipation({ profile, on, pathway }: Told, criterion: CriterionOf<'participation'>): Finding {
  if (profile.stays === undefined) return 'unknown';
  const under = profile.stays.filter((stay) => stayBegun(stay, on)).flatMap((stay) => stay.pathway ?? []);
  if (criterion.of === undefined && pathway === undefined) {
    // Nobody says which pathway is *this one*: known only of one who came under none.
    return under.length === 0 ? compareNumber(0, criterion) : 'unknown';
  }
  const of = criterion.of ?? [pathway];
  return compareNumber(under.filter((id) => of.includes(id)).length, criterion);
}

export function judgeOverstay({ profile, on }: Told, { where, eq }: CriterionOf<'overstay'>): Finding {
  if (profile.stays === undefined) return 'unknown';
  const there = profile.stays.filter(({ country }) => where === undefined || where.includes(country));
  return compareTruth(
    there.some((stay) => stayBegun(stay, on) && stay.leftOnTime === false),
    { eq },
  );
}
