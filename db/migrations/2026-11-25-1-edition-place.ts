import { type Kysely, sql } from 'kysely';

/** A correction takes the place of the edition that it corrects: `place` is that of the first version with the same first day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view edition as
    select distinct on (type, document_id, effective_from) *,
      min(id) over (partition by type, document_id, effective_from) as place
    from document_version
    order by type, document_id, effective_from, version desc`.execute(db);
}
