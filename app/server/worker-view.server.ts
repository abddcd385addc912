import type { Labels } from '../../db/queries/reference.ts';
import { monthsInWords } from '../components/pathway/stay-words.ts';
import type { AnonymousProfile } from '../domain/matching/anonymous.ts';
import type { Speech } from '../i18n/context.tsx';

/** What an employer reads of somebody who was found, a row a part; what they did not tell has none. */
export function anonymousRows(
  { residence, education, languages, experience, qualifications, skills, availableFrom }: AnonymousProfile,
  speech: Speech,
  labels: Pick<Labels, 'occupation'>,
): { label: string; value: string }[] {
  const { t, f, code, locale } = speech;
  const line = (label: string, value: string) => ({ label, value });
  const time = (months: number) => monthsInWords(months, speech);
  const name = (occupation: string) => labels.occupation(occupation, locale);
  return [
    ...(residence ? [line(t('found.residence'), f.country(residence))] : []),
    ...(experience?.length
      ? [
          line(
            t('score.part.experience'),
            f.and(experience.map((one) => `${name(one.occupation)} (${time(one.months)})`)),
          ),
        ]
      : []),
    ...(qualifications?.length
      ? [line(t('found.qualifications'), f.and(qualifications.map(({ occupation }) => name(occupation))))]
      : []),
    ...(education ? [line(t('found.education'), code('isced', String(education.isced)))] : []),
    ...(languages?.length
      ? [line(t('posting.languages'), f.and(languages.map((one) => `${f.language(one.language)} ${one.cefr}`)))]
      : []),
    ...(skills?.length ? [line(t('posting.skills'), f.and(skills))] : []),
    ...(availableFrom ? [line(t('found.availableFrom'), f.date(availableFrom))] : []),
  ];
}
