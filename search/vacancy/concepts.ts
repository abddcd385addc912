import { sql } from 'kysely';
import { fold } from '../../app/domain/text/fold.ts';
import type { Reader } from '../../db/client.server.ts';

/** No text names more occupations than this with any confidence. */
const MOST = 20;

/** The ISCO-08 codes that a text is the title or an everyday word of, in any language. */
export async function conceptsNamed(db: Reader, q: string): Promise<string[]> {
  const typed = fold(q.replaceAll('\u0000', ''));
  const { rows } = await sql<{ code: string }>`
    select distinct code from occupation_term where folded = ${typed} order by code limit ${MOST}`.execute(db);
  return rows.map(({ code }) => code);
}
