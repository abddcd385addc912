import type { Text } from '../domain/documents/index.ts';
import type { ScorePart } from '../domain/matching/score.ts';
import { FULL_EXPERIENCE } from '../domain/matching/weights.ts';
import type { CodeNames } from './change.ts';
import { type Speech, speechOf } from './context.tsx';
import type { Locale } from './locale.ts';

type Names = Pick<CodeNames, 'occupation'>;
type PartOf<P extends ScorePart['part']> = Extract<ScorePart, { part: P }>;

const ofOccupation = ({ asked, nearest, digits }: PartOf<'occupation'>, { t, locale }: Speech, names: Names) => {
  const name = (code: string) => names.occupation(code, locale);
  if (nearest === null || digits === 0) return t('score.occupation.none', { asked: name(asked) });
  const values = { nearest: name(nearest), asked: name(asked) };
  return t(digits === asked.length ? 'score.occupation.same' : 'score.occupation.near', values);
};

const ofExperience = ({ occupation, months }: PartOf<'experience'>, { t, locale }: Speech, names: Names) => {
  const time = (count: number) => t('time.months', { count });
  const values = { months: time(months ?? 0), occupation: names.occupation(occupation, locale) };
  return t('score.experience', { ...values, full: time(FULL_EXPERIENCE) });
};

const ofSkills = ({ missing }: PartOf<'skills'>, { t, f }: Speech) =>
  missing === null || missing.length === 0
    ? t('score.skills.all')
    : t('score.skills.missing', { skills: f.and(missing) });

const ofLanguages = ({ asked }: PartOf<'languages'>, { t, f }: Speech) => {
  const held = asked.map(({ language, cefr, held: level }) => {
    const values = { language: f.language(language), cefr };
    return level === null ? t('score.language.none', values) : t('score.language', { ...values, held: level });
  });
  return `${held.join(' · ')}. ${t('score.languages.more')}`;
};

const ofWage = ({ offered, present }: PartOf<'wage'>, { t, f }: Speech) => {
  if (offered === null || present === null) return t('score.wage.out');
  const values = { offered: f.money(offered), present: f.money(present) };
  return t(offered.amount >= present.amount ? 'score.wage.more' : 'score.wage.less', values);
};

const ofDates = ({ startOn, availableFrom, daysLate }: PartOf<'dates'>, { t, f }: Speech) => {
  if (startOn === null || availableFrom === null) return t('score.dates.out');
  const values = { startOn: f.date(startOn), availableFrom: f.date(availableFrom) };
  if (daysLate === 0) return t('score.dates.inTime', values);
  return t('score.dates.late', { ...values, late: t('time.days', { count: daysLate }) });
};

function weighed(part: ScorePart, speech: Speech, names: Names): string {
  switch (part.part) {
    case 'occupation':
      return ofOccupation(part, speech, names);
    case 'experience':
      return ofExperience(part, speech, names);
    case 'skills':
      return ofSkills(part, speech);
    case 'languages':
      return ofLanguages(part, speech);
    case 'wage':
      return ofWage(part, speech);
    case 'dates':
      return ofDates(part, speech);
  }
}

/** Why a part of a score came to its points, in words for either side. */
export function partWords(part: ScorePart, speech: Speech, names: Names): string {
  if (part.basis === 'told') return weighed(part, speech, names);
  return part.basis === 'untold' ? speech.t('score.untold') : speech.code(`score.${part.part}`, 'out');
}

/** The same in every language of the interface. */
export function partText(part: ScorePart, names: Names): Text {
  const say = (locale: Locale) => partWords(part, speechOf(locale), names);
  return { en: say('en'), es: say('es'), fr: say('fr'), ar: say('ar') };
}
