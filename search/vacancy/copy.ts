import { type SqlBool, sql } from 'kysely';
import { WAGE_BANDS } from '../../app/domain/money/comparable-wage.ts';
import type { Reader } from '../../db/client.server.ts';
import type { CopiedDocument, Copy } from '../copy.ts';
import { asWords, type Role, settingsOf } from '../roles.ts';
import { loadWording } from '../wording.ts';
import { pathwayNames } from './pathway-names.ts';
import { listOffered, type Offered, textsOf } from './texts.ts';
import { type FacetValues, facetTokens, facetValues, filterTokens, traitsOf } from './traits.ts';

/** A word that every vacancy has: what is asked beside it may be there and need not. */
export const EVERY_ONE = 'everyvacancy';

/** 1: counted by each facet as an attribute of its own too. */
const FORM = 1;

/** After any day: a vacancy that can be applied for without end. */
export const NEVER = 99_991_231;
/** A day as a number whose order is that of days. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** What Meilisearch holds of a vacancy: what it is found and sorted by. All that is shown comes from the database. */
export type VacancyIndexDocument = CopiedDocument &
  FacetValues & {
    titles: string[];
    occupations: string[];
    descriptions: string[];
    context: string[];
    pathway: string;
    filters: string[];
    facets: string[];
    closes: number;
    start?: number;
    places: number;
    updated: number;
    currency: string;
    yearly?: number;
    comparable?: number;
    requirement?: number;
  };

const ROLES = {
  id: {},
  titles: { searchable: 1 },
  occupations: { searchable: 2 },
  descriptions: { searchable: 3 },
  context: { searchable: 4 },
  pathway: { filterable: true },
  filters: { filterable: true },
  facets: { filterable: true },
  destination: { filterable: true },
  occupation: { filterable: true },
  sector: { filterable: true },
  housing: { filterable: true },
  language: { filterable: true },
  wage: { filterable: true },
  closes: { filterable: true, sortable: 'itself' },
  start: { filterable: true, sortable: 'itself' },
  places: { sortable: 'itself' },
  updated: { sortable: 'itself' },
  currency: { filterable: true, sortable: 'itself' },
  yearly: { filterable: true, sortable: 'itself' },
  comparable: { filterable: true, sortable: 'itself' },
  requirement: { filterable: true },
  revision: {},
  form: {},
} as const satisfies Record<keyof VacancyIndexDocument, Role>;

/** What the search copy knows of a vacancy. */
const listRows = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('search_vacancy')
    .select(['id', 'revision', 'closes', 'start_on as startOn', 'places', 'updated'])
    .select(['currency', 'yearly', 'comparable', 'band', 'requirement'])
    .where(sql<SqlBool>`id = any(${[...ids]})`)
    .orderBy('id')
    .execute();

type Row = Awaited<ReturnType<typeof listRows>>[number];

/** What an occupation and a pathway are called, as our words. */
type Called = { occupation(code: string): string[]; pathway(id: string): string[] };

/** The same words for many vacancies are cut once. */
function remembering(textsFor: (key: string) => readonly string[]): (key: string) => string[] {
  const known = new Map<string, string[]>();
  return (key) => {
    const words = known.get(key) ?? asWords(textsFor(key));
    known.set(key, words);
    return words;
  };
}

async function loadCalled(db: Reader): Promise<Called> {
  const [wording, names] = await Promise.all([loadWording(db), pathwayNames(db)]);
  return {
    occupation: remembering(wording.occupation),
    pathway: remembering((id) => [...new Set(Object.values(names.get(id) ?? {}))]),
  };
}

function toDocument(row: Row, offered: Offered, called: Called): VacancyIndexDocument {
  const { titles, skills, descriptions, context } = textsOf(offered);
  const { occupation, pathway } = offered.vacancy;
  const band = row.band === null ? undefined : WAGE_BANDS[row.band];
  const values = facetValues(traitsOf(offered.vacancy), band);
  const facets = facetTokens(values);
  return {
    ...{ id: row.id, revision: row.revision, form: FORM, pathway, currency: row.currency, places: row.places },
    titles: asWords(titles),
    occupations: [...asWords(skills), ...called.occupation(occupation)],
    descriptions: asWords(descriptions),
    context: [...asWords(context), ...called.pathway(pathway), EVERY_ONE],
    ...{ filters: filterTokens(facets, occupation), facets, ...values },
    closes: row.closes === null ? NEVER : dayNumber(row.closes),
    updated: dayNumber(row.updated),
    ...(row.startOn !== null && { start: dayNumber(row.startOn) }),
    ...(row.yearly !== null && { yearly: row.yearly }),
    ...(row.comparable !== null && { comparable: row.comparable }),
    ...(row.requirement !== null && { requirement: row.requirement }),
  };
}

async function documents(db: Reader, ids: readonly string[]): Promise<VacancyIndexDocument[]> {
  const [rows, offered, called] = await Promise.all([listRows(db, ids), listOffered(db, ids), loadCalled(db)]);
  const byId = new Map(offered.map((one) => [one.vacancy.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.id);
    return one ? [toDocument(row, one, called)] : [];
  });
}

/** Many, each of few words. */
export const vacancyCopy: Copy = {
  name: 'vacancies',
  table: 'search_vacancy',
  settings: () => settingsOf(ROLES, ['updated:desc']),
  form: FORM,
  documents,
  batch: 5_000,
};
