import type { CriterionOf } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { monthOf } from './calendar.ts';
import { compareNumber, finding, isAmong } from './compare.ts';
import type { Told } from './told.ts';

export function judgeExperience({ profile, on }: Told, criterion: CriterionOf<'experience'>): Finding {
  if (profile.experience === undefined) return 'unknown';
  const { of, withinMonths } = criterion;
  const now = monthOf(on);
  const worked = new Set<number>();
  for (const { occupation, from, to = on } of profile.experience) {
    if (!isAmong(of, occupation)) continue;
    for (let month = monthOf(from); month <= Math.min(monthOf(to), now); month += 1) {
      if (withinMonths === undefined || month > now - withinMonths) worked.add(month);
    }
  }
  return compareNumber(worked.size, criterion);
}

const standings = ['none', 'held', 'recognised'];

export function judgeQualification(told: Told, { of, gte, eq }: CriterionOf<'qualification'>): Finding {
  const best = standingFor(told, of);
  if (best === undefined) return 'unknown';
  if (eq !== undefined) return finding(best === eq);
  return finding(standings.indexOf(best) >= standings.indexOf(gte ?? 'none'));
}

/** Undefined also where one is recognised somewhere, but nobody says where *here* is. */
function standingFor({ profile, destination }: Told, of: readonly string[] | undefined): string | undefined {
  const held = profile.qualifications?.filter(({ occupation }) => isAmong(of, occupation));
  if (held === undefined) return undefined;
  if (held.length === 0) return 'none';
  const recognising = held.flatMap(({ recognisedIn }) => recognisedIn);
  if (recognising.length === 0) return 'held';
  if (destination === undefined) return undefined;
  return recognising.includes(destination) ? 'recognised' : 'held';
}

export function judgeTraining({ profile }: Told, criterion: CriterionOf<'training'>): Finding {
  if (profile.qualifications === undefined) return 'unknown';
  const months = profile.qualifications
    .filter(({ occupation }) => isAmong(criterion.of, occupation))
    .map(({ trainingMonths }) => trainingMonths);
  return compareNumber(Math.max(0, ...months), criterion);
}
