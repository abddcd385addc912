import type { CriterionOf } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { birthdaysUntil, dayOf, isBefore, monthsBefore } from './calendar.ts';
import { compareNumber, finding } from './compare.ts';
import { exact } from './exact.ts';
import type { Told } from './told.ts';

export function judgeAge({ profile, on }: Told, criterion: CriterionOf<'age'>): Finding {
  if (profile.birthDate === undefined) return 'unknown';
  return compareNumber(birthdaysUntil(dayOf(profile.birthDate), dayOf(on)), criterion);
}

export function judgeNationality({ profile }: Told, criterion: CriterionOf<'nationality'>): Finding {
  if (profile.nationalities === undefined) return 'unknown';
  const isOneIn = (countries: readonly string[]) => profile.nationalities?.some((own) => countries.includes(own));
  return finding(criterion.in ? isOneIn(criterion.in) === true : isOneIn(criterion.notIn ?? []) === false);
}

const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** `en` covers itself and every tag that goes on from it, such as `en-GB`. */
const coversLanguage = (tag: string, spoken: string): boolean => spoken === tag || spoken.startsWith(`${tag}-`);

export function judgeLanguage({ profile }: Told, { of, gte, lt }: CriterionOf<'language'>): Finding {
  if (profile.languages === undefined) return 'unknown';
  const rank = (level: string) => levels.indexOf(level) + 1; // 0 is below A1
  const spoken = profile.languages.filter(({ language }) => coversLanguage(of, language));
  const best = Math.max(0, ...spoken.map(({ native, cefr = '' }) => rank(native === true ? 'C2' : cefr)));
  return compareNumber(best, { ...(gte && { gte: rank(gte) }), ...(lt && { lt: rank(lt) }) });
}

export function judgeTest({ profile, on }: Told, criterion: CriterionOf<'test'>): Finding {
  if (profile.tests === undefined) return 'unknown';
  const { of, withinMonths } = criterion;
  const isOld = (takenOn: string) =>
    withinMonths !== undefined && isBefore(dayOf(takenOn), monthsBefore(dayOf(on), withinMonths));
  const scores = profile.tests
    .filter(({ test, takenOn }) => test === of && !isBefore(dayOf(on), dayOf(takenOn)) && !isOld(takenOn))
    .map(({ score }) => score);
  return scores.length === 0 ? 'unmet' : compareNumber(Math.max(...scores), criterion);
}

export function judgeSavings({ profile: { savings } }: Told, criterion: CriterionOf<'savings'>): Finding {
  if (savings === undefined || savings.currency !== criterion.currency) return 'unknown';
  return compareNumber(exact(savings.amount), criterion);
}

export function judgeLicence({ profile: { licences } }: Told, { of, eq }: CriterionOf<'licence'>): Finding {
  return licences === undefined ? 'unknown' : finding(licences.includes(of) === eq);
}

export function judgeDeclared({ profile: { declared } }: Told, { of, eq }: CriterionOf<'declared'>): Finding {
  if (declared === undefined || !Object.hasOwn(declared, of)) return 'unknown';
  return finding(declared[of] === eq);
}
