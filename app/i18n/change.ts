import type { Text } from '../domain/documents/index.ts';
import type { Change, ChangeOf, OfferNeeded } from '../domain/eligibility/unlock/change.ts';
import { type Speech, speechOf } from './context.tsx';
import type { Locale } from './locale.ts';

/** The names of codes in a language. */
export type CodeNames = {
  occupation(code: string, language: string): string;
  word(area: 'test', code: string, language: string): string;
};

/** What changes, from what (null: not stated) to what (null: that there is one says all). */
export type ChangeWords = { what: string; from: string | null; to: string | null };

type Say = (speech: Speech, names: CodeNames) => ChangeWords;

const within = (sentence: string, months: number | undefined, { t }: Speech): string =>
  months === undefined ? sentence : t('comparison.within', { sentence, months });

const inWork = (what: string, of: readonly string[] | undefined, { f, locale }: Speech, names: CodeNames): string =>
  of === undefined ? what : `${what} (${f.or(of.map((code) => names.occupation(code, locale)))})`;

const sayLanguage =
  ({ of, from, to }: ChangeOf<'language'>): Say =>
  ({ t, f }) => ({ what: f.language(of), from: from === 'below A1' ? t('unlock.language.none') : from, to });

const sayTest =
  ({ of, from, to }: ChangeOf<'test'>): Say =>
  ({ t, f, locale }, names) => ({
    what: t('unlock.test', { test: names.word('test', of, locale) }),
    from: from === null ? null : f.number(from),
    to: f.number(to),
  });

const sayEducation =
  ({ from, to }: ChangeOf<'education'>): Say =>
  ({ t, code }) => ({
    what: t('fact.education'),
    from: from === null ? null : code('isced', String(from)),
    to: code('isced', String(to)),
  });

const sayWork =
  (change: ChangeOf<'training' | 'experience'>): Say =>
  (speech, names) => {
    const { t } = speech;
    const months = (count: number) => t('time.months', { count });
    const what = inWork(t(`unlock.${change.fact}`), change.of, speech, names);
    return {
      what: within(what, change.fact === 'experience' ? change.withinMonths : undefined, speech),
      from: change.from === null ? null : months(change.from),
      to: months(change.to),
    };
  };

const sayQualification =
  ({ of, destination, from, to }: ChangeOf<'qualification'>): Say =>
  (speech, names) => {
    const { t, f, code } = speech;
    return {
      what: inWork(t('fact.qualification'), of, speech, names),
      from: from === null ? null : code('value.qualification', from),
      to: to === 'held' ? code('value.qualification', to) : t('unlock.recognised', { country: f.country(destination) }),
    };
  };

const saySavings =
  ({ from, to }: ChangeOf<'savings'>): Say =>
  ({ t, f }) => ({ what: t('fact.savings'), from: from && f.money(from), to: f.money(to) });

function termsOf({ occupations, except, wage, hoursPerWeek, months }: OfferNeeded, speech: Speech, names: CodeNames) {
  const { t, f, code, locale } = speech;
  const named = (codes: readonly string[]) => f.or(codes.map((one) => names.occupation(one, locale)));
  return [
    occupations && t('unlock.offer.occupations', { occupations: named(occupations) }),
    except && t(occupations ? 'unlock.offer.butNot' : 'unlock.offer.except', { occupations: named(except) }),
    wage && t('unlock.offer.wage', { money: f.money(wage.money), per: code('per', wage.per) }),
    hoursPerWeek && t('unlock.offer.hours', { hours: hoursPerWeek }),
    months && t('unlock.offer.months', { time: t('time.months', { count: months }) }),
  ].filter((term) => typeof term === 'string');
}

const sayOffer =
  ({ from, to }: ChangeOf<'offer'>): Say =>
  (speech, names) => {
    const terms = termsOf(to, speech, names);
    const what = from ? 'unlock.offer.changed' : 'unlock.offer';
    return {
      what: speech.t(what, { country: speech.f.country(to.destination) }),
      from: null,
      to: terms.length === 0 ? null : speech.f.and(terms),
    };
  };

function sayChange(change: Change): Say {
  switch (change.fact) {
    case 'language':
      return sayLanguage(change);
    case 'test':
      return sayTest(change);
    case 'education':
      return sayEducation(change);
    case 'training':
    case 'experience':
      return sayWork(change);
    case 'qualification':
      return sayQualification(change);
    case 'savings':
      return saySavings(change);
    case 'offer':
      return sayOffer(change);
  }
}

/** A change in words: «German», «A2», «B1». */
export const changeWords = (change: Change, speech: Speech, names: CodeNames): ChangeWords =>
  sayChange(change)(speech, names);

function sentenceOf({ what, from, to }: ChangeWords, { t }: Speech): string {
  if (to === null) return what;
  return from === null ? t('unlock.change.to', { what, to }) : t('unlock.change.fromTo', { what, from, to });
}

/** A change as one sentence in every language of the interface. */
export function changeText(change: Change, names: CodeNames): Text {
  const say = (locale: Locale) => sentenceOf(changeWords(change, speechOf(locale), names), speechOf(locale));
  return { en: say('en'), es: say('es'), fr: say('fr'), ar: say('ar') };
}
