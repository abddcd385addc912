import { type SqlBool, sql } from 'kysely';
import type { Copy } from '../copy.ts';
import { FORM, pathwaySettings, toIndexDocument } from './index-settings.ts';

/** Pathways are few, and each brings thousands of words. */
export const pathwayCopy: Copy = {
  name: 'pathways',
  table: 'search_pathway',
  settings: pathwaySettings,
  form: FORM,
  documents: async (db, ids) => {
    const rows = await db
      .selectFrom('search_pathway')
      .select(['entry', 'revision'])
      .where(sql<SqlBool>`id = any(${[...ids]})`)
      .execute();
    return rows.map(({ entry, revision }) => toIndexDocument(entry, revision));
  },
  batch: 500,
};
