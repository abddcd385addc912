import { type Kysely, sql } from 'kysely';

/** Test cases are kept beside the pathways, as documents with versions of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document_version drop constraint document_version_type_check`.execute(db);
  await sql`
    alter table document_version add constraint document_version_type_check
    check (type in ('pathway', 'procedure', 'quota', 'vacancy', 'pathway-test'))`.execute(db);
  await sql`create index on document_version ((body ->> 'pathway')) where type = 'pathway-test'`.execute(db);
}
