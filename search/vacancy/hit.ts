import type { Money } from '../../app/domain/documents/index.ts';
import { exchanged, type Rate, yearlyWage } from '../../app/domain/money/comparable-wage.ts';
import type { Reader } from '../../db/client.server.ts';
import { findOrganisationNames } from '../../db/queries/organisation.ts';
import { loadRates } from '../../db/queries/rate.ts';
import { listPostings, type Posting } from '../../db/queries/vacancy.ts';
import type { Highlight, VacancyHit, VacancyQuery } from '../engine.ts';
import { highlight, matcherOf } from '../highlight.ts';
import type { PathwaySearchDocument } from '../pathway/document.ts';
import type { QueryWord } from '../words.ts';

/** A yearly wage in the money that it is compared in, by which rates. */
export type Compared = { money: Money; rates: readonly Rate[] };

/** What a result shows of a vacancy, as it stands at the moment of asking. */
export type ShownVacancy = {
  posting: Posting;
  placesLeft: number;
  employer: { id: string; name: string | null };
  pathway: PathwaySearchDocument;
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

async function listPathwayDocuments(db: Reader, ids: readonly string[]): Promise<Map<string, PathwaySearchDocument>> {
  const rows = await db
    .selectFrom('search_pathway')
    .select('document')
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ document }) => [document.id, document]));
}

/** Of postings, in their order, what a list shows; one whose pathway is not there is not shown. */
export async function showVacancies(
  db: Reader,
  postings: readonly Posting[],
  currency: string,
): Promise<ShownVacancy[]> {
  if (postings.length === 0) return [];
  const [pathways, employers, rates] = await Promise.all([
    listPathwayDocuments(db, [...new Set(postings.map(({ vacancy }) => vacancy.pathway))]),
    findOrganisationNames(db, [...new Set(postings.map(({ vacancy }) => vacancy.employer))]),
    loadRates(db),
  ]);
  return postings.flatMap((posting) => {
    const { vacancy, taken } = posting;
    const pathway = pathways.get(vacancy.pathway);
    if (!pathway) return [];
    const yearly = yearlyWage(vacancy) ?? null;
    const shown = {
      ...{ posting, pathway, yearly, placesLeft: vacancy.places - taken },
      employer: { id: vacancy.employer, name: employers.get(vacancy.employer) ?? null },
      compared: compare(yearly, currency, rates),
    };
    return [shown];
  });
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
  { locale, currency, ...query }: Pick<VacancyQuery, 'locale' | 'currency' | 'requirements'>,
): Promise<VacancyHit[]> {
  const postings = (await listPostings(db, ids)).filter((one) => isOffered(one) && isAmong(one, query));
  const found = new Map(postings.map((posting) => [posting.vacancy.id, posting]));
  const shown = await showVacancies(
    db,
    ids.flatMap((id) => found.get(id) ?? []),
    currency,
  );
  return shown.map((vacancy) => ({ vacancy, highlights: highlightsOf(vacancy, words, locale) }));
}
