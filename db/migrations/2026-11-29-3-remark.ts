import { type Kysely, sql } from 'kysely';

/** What is said of a vacancy and hides nothing, and in what an officer found nothing wrong. */
async function columns(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vacancy add remarks jsonb, add cleared jsonb`.execute(db);
  await sql`
    create index on vacancy (destination, since)
      where stage = 'published' and (flags is not null or remarks is not null)`.execute(db);
}

/**
 * What officers cleared until now, and what was not flagged again since, stays cleared as far as it stands in a vacancy's own words: by which
 * edition of its pathway the rest was judged, nobody wrote down.
 */
async function clearedBefore(db: Kysely<unknown>): Promise<void> {
  await sql`
    update vacancy set cleared = jsonb_build_object('flaws', clearing.flags, 'under', '')
    from (
      select distinct on (object_id) object_id, body::jsonb #> '{before,flags}' as flags
      from audit_entry where object_type = 'vacancy' and action = 'clear-vacancy'
      order by object_id, at desc
    ) as clearing
    where vacancy.id = clearing.object_id and vacancy.flags is null and jsonb_typeof(clearing.flags) = 'array'`.execute(
    db,
  );
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await columns(db);
  await clearedBefore(db);
}
