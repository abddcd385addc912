import type { Money } from '../../app/domain/documents/index.ts';
import { exchanged, type Rate, yearlyWage } from '../../app/domain/money/comparable-wage.ts';
import { inPlainWords } from '../../app/domain/vacancy/plain-words.ts';
import type { Reader } from '../../db/client.server.ts';
import { listPostings, type Posting } from '../../db/queries/vacancy.ts';
import type { Highlight, VacancyHit, VacancyQuery } from '../engine.ts';
import { highlight, matcherOf } from '../highlight.ts';
import type { QueryWord } from '../words.ts';
import { type PathwayBeside, pathwaysBeside } from './pathway-beside.ts';
import { type Known, knownNow } from './reach.ts';

/** A yearly wage in the money that it is compared in, by which rates. */
export type Compared = { money: Money; rates: readonly Rate[] };

/** What a result shows of a vacancy, as it stands at the moment of asking. */
export type ShownVacancy = {
  posting: Posting;
  placesLeft: number;
  employer: { id: string; name: string | null };
  pathway: PathwayBeside;
  /** Gross, in the money that it is paid in; null: the hours a week that it takes are not stated. */
  yearly: Money | null;
  /** Null: no rate is known, and it compares with wages in its own money only. */
  compared: Compared | null;
};

/** A yearly wage in another currency, where the rates that it takes are known. */
export function compare(yearly: Money | null, currency: string, rates: ReadonlyMap<string, Rate>): Compared | null {
  if (yearly === null) return null;
  if (yearly.currency === currency) return { money: yearly, rates: [] };
  const [from, to] = [rates.get(yearly.currency), rates.get(currency)];
  if (!from || !to) return null;
  return { money: exchanged(yearly, from, to), rates: [from, to].filter(({ on }) => on !== null) };
}

/** By what a list is drawn from the postings: the money that wages are compared in, the rates and the pathways as they are known. */
export type Showing = { currency: string; known: Known };

/** Of postings, in their order, what a list shows; one whose pathway is not there is not shown. */
async function showVacancies(
  db: Reader,
  postings: readonly Posting[],
  { currency, known }: Showing,
): Promise<ShownVacancy[]> {
  const ids = [...new Set(postings.map(({ vacancy }) => vacancy.pathway))];
  const pathways = await pathwaysBeside(db, known, ids);
  return postings.flatMap((posting) => {
    const { vacancy, taken, employerName: name } = posting;
    const pathway = pathways.get(vacancy.pathway);
    if (!pathway) return [];
    const yearly = yearlyWage(vacancy) ?? null;
    const shown = {
      posting: { ...posting, vacancy: inPlainWords(posting) },
      ...{ pathway, yearly, placesLeft: vacancy.places - taken },
      employer: { id: vacancy.employer, name },
      compared: compare(yearly, currency, known.rates),
    };
    return [shown];
  });
}

/** By what a list in a money is drawn that no search was asked for. */
export async function showingIn(db: Reader, currency: string): Promise<Showing> {
  return { currency, known: await knownNow(db) };
}

/** What is shown of one posting. */
export async function showVacancy(db: Reader, posting: Posting, currency: string): Promise<ShownVacancy | undefined> {
  const [shown] = await showVacancies(db, [posting], await showingIn(db, currency));
  return shown;
}

/** What matched in the title, in the language in which it is shown. */
function highlightsOf({ posting }: ShownVacancy, words: readonly QueryWord[], locale: string): Highlight<'title'>[] {
  if (words.length === 0) return [];
  const { title } = posting.vacancy;
  const language = title[locale] === undefined ? 'en' : locale;
  const pieces = highlight(title[language] ?? title.en, matcherOf(words));
  return pieces ? [{ field: 'title', language, pieces }] : [];
}

/** An index may not know yet that a vacancy was filled or withdrawn, or that it requires something else; nobody is shown it. */
const isOffered = ({ stage, taken, flags, vacancy }: Posting) =>
  stage === 'published' && taken < vacancy.places && flags === null;
const isAmong = ({ requirement }: Posting, { requirements }: Pick<VacancyQuery, 'requirements'>) =>
  requirements === undefined || requirements.some((numbers) => requirement !== null && numbers.includes(requirement));

/** What an engine found, in its order, as the database has it. */
export async function hitsOf(
  db: Reader,
  ids: readonly string[],
  words: readonly QueryWord[],
  { locale, requirements }: Pick<VacancyQuery, 'locale' | 'requirements'>,
  showing: Showing,
): Promise<VacancyHit[]> {
  const postings = (await listPostings(db, ids)).filter((one) => isOffered(one) && isAmong(one, { requirements }));
  const found = new Map(postings.map((posting) => [posting.vacancy.id, posting]));
  const shown = await showVacancies(
    db,
    ids.flatMap((id) => found.get(id) ?? []),
    showing,
  );
  return shown.map((vacancy) => ({ vacancy, highlights: highlightsOf(vacancy, words, locale) }));
}
