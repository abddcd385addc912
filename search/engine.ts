import type { Text } from '../app/domain/documents/index.ts';
import type { Rate } from '../app/domain/money/comparable-wage.ts';
import type { ShownPathway } from './pathway/document.ts';
import type { ShownVacancy } from './vacancy/hit.ts';

/** Facets of the pathway search, each a repeated key of the query string. */
export const PATHWAY_FACETS = [
  'destination',
  'origin',
  'occupation',
  'sector',
  'kind',
  'status',
  'commitment',
  'settlement',
  'pays',
] as const;
export type PathwayFacet = (typeof PATHWAY_FACETS)[number];

/** `relevance` is the order of a text query; without a text it is by name. */
export const PATHWAY_SORTS = ['relevance', 'name', 'destination', 'places', 'stay', 'updated'] as const;
export type PathwaySort = (typeof PATHWAY_SORTS)[number];

/** A search for pathways. Values of one facet are alternatives; facets narrow one another. */
export type PathwayQuery = {
  q: string;
  filters: Partial<Record<PathwayFacet, readonly string[]>>;
  sort: PathwaySort;
  /** 1 is the first page. */
  page: number;
  /** 1–100. */
  perPage: number;
  /** The reader's language: names in it come first, and results are named in it. */
  locale: string;
};

/** Where a text matched: the field, the language of its text, and the text cut into matched and other pieces. */
export type Highlight<Field extends string = 'name' | 'summary'> = {
  field: Field;
  language: string;
  pieces: readonly { text: string; match: boolean }[];
};

export type PathwayHit = { document: ShownPathway; highlights: readonly Highlight[] };

/** Counts a facet's own filter left out; values without a document are absent, and so is "any". */
export type FacetCounts = Record<PathwayFacet, Record<string, number>>;

export type EngineName = 'meilisearch' | 'postgres';

export type PathwayResult = {
  total: number;
  hits: readonly PathwayHit[];
  facets: FacetCounts;
  /** Which engine answered. */
  engine: EngineName;
  /** Whether another engine should have answered and did not. */
  degraded: boolean;
};

/** Facets of the vacancy search; origin, pathway, kind, settlement and family are those of a vacancy's pathway. */
export const VACANCY_FACETS = [
  'destination',
  'origin',
  'occupation',
  'sector',
  'pathway',
  'kind',
  'settlement',
  'family',
  'housing',
  'language',
  'wage',
] as const;
export type VacancyFacet = (typeof VACANCY_FACETS)[number];

/** `relevance` is the order of a text query; without a text the newest come first. */
export const VACANCY_SORTS = ['relevance', 'wage', 'start', 'closing', 'places', 'updated'] as const;
export type VacancySort = (typeof VACANCY_SORTS)[number];

/** A search among the vacancies that are open on a day. */
export type VacancyQuery = {
  q: string;
  filters: Partial<Record<VacancyFacet, readonly string[]>>;
  /** Gross a month, in `currency`. */
  wageAtLeast?: number;
  /** In which wages are compared where rates are known. */
  currency: string;
  /** The first day on which the work may begin; a vacancy that states none is left out. */
  startFrom?: string;
  /** Vacancies of these requirements alone, by number: those of the first list before those of the next. */
  requirements?: readonly (readonly number[])[];
  sort: VacancySort;
  page: number;
  perPage: number;
  locale: string;
  /** Today. */
  on: string;
};

export type VacancyHit = { vacancy: ShownVacancy; highlights: readonly Highlight<'title'>[] };

export type VacancyResult = {
  total: number;
  hits: readonly VacancyHit[];
  facets: Record<VacancyFacet, Record<string, number>>;
  /** Of the pathways that are counted, and of those in effect that were asked for. */
  pathwayNames: ReadonlyMap<string, Text>;
  /** The last rate of each currency that has one. */
  rates: ReadonlyMap<string, Rate>;
  engine: EngineName;
  degraded: boolean;
};

/** What answers a search: an index that can be rebuilt from PostgreSQL at any time. */
export type SearchEngine = {
  readonly name: EngineName;
  /** Throws SearchUnavailable when it does not answer, or not in its own words, within `signal` or its own time-out. */
  searchPathways(query: PathwayQuery, signal?: AbortSignal): Promise<PathwayResult>;
  searchVacancies(query: VacancyQuery, signal?: AbortSignal): Promise<VacancyResult>;
  /** Resolves when the engine answers; throws SearchUnavailable. */
  ping(): Promise<void>;
};

/** The engine is stopped, hangs or answers rubbish. */
export class SearchUnavailable extends Error {}
