import type { ProfileQuestion, ToldPart } from '../domain/check/question.ts';
import type { Profile } from '../domain/documents/index.ts';
import type { CodeNames } from './change.ts';
import type { Speech } from './context.tsx';

const BETWEEN = ' · ';
const joined = (...parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join(BETWEEN);

type Told<P extends ToldPart> = NonNullable<Profile[P]>;
type Say<P extends ToldPart> = (told: Told<P>, speech: Speech, names: CodeNames) => readonly string[];

const span = (from: string, to: string | undefined, { t }: Speech) =>
  t('answer.span', { from, to: to ?? t('answer.today') });

const sayExperience: Say<'experience'> = (jobs, speech, names) =>
  jobs.map(({ occupation, from, to, country }) =>
    joined(
      names.occupation(occupation, speech.locale),
      span(speech.f.month(from), to && speech.f.month(to), speech),
      country && speech.f.country(country),
    ),
  );

const sayQualifications: Say<'qualifications'> = (held, { t, f, locale }, names) =>
  held.map(({ occupation, trainingMonths, country, recognisedIn }) =>
    joined(
      names.occupation(occupation, locale),
      t('answer.training', { time: t('time.months', { count: trainingMonths }) }),
      country && f.country(country),
      recognisedIn.length > 0 && t('unlock.recognised', { country: f.and(recognisedIn.map(f.country)) }),
    ),
  );

const sayOffer: Say<'offer'> = ({ destination, occupation, wage, hoursPerWeek, months }, speech, names) => {
  const { t, f, code, locale } = speech;
  return [
    joined(
      f.country(destination),
      occupation && names.occupation(occupation, locale),
      wage && `${f.money(wage.money)} ${code('per', wage.per)}`,
      hoursPerWeek !== undefined && t('unlock.offer.hours', { hours: hoursPerWeek }),
      months !== undefined && t('time.months', { count: months }),
    ),
  ];
};

const sayStays: Say<'stays'> = (stays, speech) =>
  stays.map(({ country, from, to, leftOnTime }) =>
    joined(
      speech.f.country(country),
      span(speech.f.date(from), to && speech.f.date(to), speech),
      leftOnTime !== undefined && speech.t(leftOnTime ? 'answer.leftOnTime' : 'answer.leftLate'),
    ),
  );

const yesOrNo = (told: boolean, { t }: Speech): readonly string[] => [t(told ? 'field.yes' : 'field.no')];

type Tell = (profile: Profile, speech: Speech, names: CodeNames) => readonly string[];

/** What is told of a part of a profile; no line where there is none. */
const telling =
  <P extends ToldPart>(part: P, say: Say<P>): Tell =>
  (profile, speech, names) => {
    const told = profile[part];
    return told === undefined || told === null ? [] : say(told, speech, names);
  };

const TELL: Record<ToldPart, Tell> = {
  nationalities: telling('nationalities', (codes, { f }) => codes.map(f.country)),
  birthDate: telling('birthDate', (day, { f }) => [f.date(day)]),
  residence: telling('residence', (country, { f }) => [f.country(country)]),
  sex: telling('sex', (sex, { code }) => [code('value.sex', sex)]),
  education: telling('education', ({ isced }, { code }) => [code('isced', String(isced))]),
  experience: telling('experience', sayExperience),
  qualifications: telling('qualifications', sayQualifications),
  languages: telling('languages', (spoken, { t, f }) =>
    spoken.map(({ language, cefr }) => joined(f.language(language), cefr ?? t('field.level.native'))),
  ),
  tests: telling('tests', (taken, { f, locale }, names) =>
    taken.map(({ test, score, takenOn }) => joined(names.word('test', test, locale), f.number(score), f.date(takenOn))),
  ),
  offer: telling('offer', sayOffer),
  savings: telling('savings', (money, { f }) => [f.money(money)]),
  dependants: telling('dependants', (count, { f }) => [f.number(count)]),
  licences: telling('licences', (categories) => categories),
  stays: telling('stays', sayStays),
  health: telling('health', yesOrNo),
  criminalRecord: telling('criminalRecord', yesOrNo),
  displacement: telling('displacement', (kind, { code }) => [code('value.displacement', kind)]),
  skills: telling('skills', (skills) => skills),
  availableFrom: telling('availableFrom', (day, { f }) => [f.date(day)]),
};

/** What a profile answers to a question, a line an entry; none where it answers that there is none, or nothing. */
export function answerLines(
  question: ProfileQuestion,
  profile: Profile,
  speech: Speech,
  names: CodeNames,
): readonly string[] {
  if (question.part !== 'declared') return TELL[question.part](profile, speech, names);
  const declared = profile.declared?.[question.of];
  return declared === undefined ? [] : yesOrNo(declared, speech);
}
