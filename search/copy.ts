import type { Meilisearch, Settings } from 'meilisearch';
import type { Reader } from '../db/client.server.ts';

/** What an index holds of something: all of it, but what the table decides by. */
export type CopiedDocument = { id: string; revision: number; form: number };

/** A kind of thing that is searched: where PostgreSQL keeps what it is found by, and what an index outside is to hold of it. */
export type Copy = {
  /** Ends the name of its index. */
  name: 'pathways' | 'vacancies';
  /** Has an `id` and a `revision` that rises with every change. */
  table: 'search_pathway' | 'search_vacancy';
  settings(): Settings;
  /** Rises whenever the same rows are told otherwise: what an index holds in another form is brought anew. */
  form: number;
  /** What the index is to hold of those of the table's rows, each with its revision, as of one moment. */
  documents(db: Reader, ids: readonly string[]): Promise<CopiedDocument[]>;
  /** How many documents travel together. */
  batch: number;
};

/** One index of one Meilisearch, and what it is a copy of. */
export type SearchIndex = { client: Meilisearch; uid: string; copy: Copy };
