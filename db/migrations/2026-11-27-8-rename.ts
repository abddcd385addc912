import { type Kysely, sql } from 'kysely';

/** What an employer is called is copied into the search of its vacancies: whoever names it, a job brings the name there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ask_to_rename_employer() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select from vacancy where employer = new.id) then
        perform ask_for_job('rename-in-search', json_build_object('employers', json_build_array(new.id)), null, 25);
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger named after insert on organisation
      for each row execute function ask_to_rename_employer()`.execute(db);
  await sql`
    create trigger renamed after update of name on organisation
      for each row when (old.name is distinct from new.name) execute function ask_to_rename_employer()`.execute(db);
}
