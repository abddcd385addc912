import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';
import { counted } from '../../db/queries/quota.ts';
import type { PathwaySearchDocument, ShownPathway } from './document.ts';

const TODAY = sql`(now() at time zone 'UTC')`;

/** Places left of a pathway at this moment, for a query that lists some: what an index holds of it is only to sort by. */
export const placesNow = (pathway: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql<
    number | null
  >`(select sum(places - allocated)::bigint from quota where quota.pathway = ${pathway} and ${counted(TODAY)})`;

/** The pathways that the search copy sorts by another number of places than are left now. */
export async function sortedWrongly(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from search_pathway
    where places is distinct from ${placesNow(sql`search_pathway.id`)}
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

type Row = { id: string; left: number | null };

/** What an index outside the database gave back, with the places left at this moment. */
export async function withPlaces(db: Reader, documents: readonly PathwaySearchDocument[]): Promise<ShownPathway[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<Row>`
    select id, ${placesNow(sql`listed.id`)} as left from unnest(${documents.map(({ id }) => id)}::text[]) as listed (id)`.execute(
    db,
  );
  const left = new Map(rows.map((row) => [row.id, row.left]));
  return documents.map((document) => ({ ...document, placesLeft: left.get(document.id) ?? null }));
}
