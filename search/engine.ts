import type { ShownPathway } from './pathway/document.ts';

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
export type Highlight = {
  field: 'name' | 'summary';
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

/** What answers a search: an index that can be rebuilt from PostgreSQL at any time. */
export type SearchEngine = {
  readonly name: EngineName;
  /** Throws SearchUnavailable when it does not answer, or not in its own words, within `signal` or its own time-out. */
  searchPathways(query: PathwayQuery, signal?: AbortSignal): Promise<PathwayResult>;
  /** Resolves when the engine answers; throws SearchUnavailable. */
  ping(): Promise<void>;
};

/** The engine is stopped, hangs or answers rubbish. */
export class SearchUnavailable extends Error {}
