import { type Kysely, sql } from 'kysely';

/** Rules are asked of a million profiles in one scan: what a day or a parameter cannot change is worked out as the row is written. */
async function facts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table profile_facts (
      profile uuid primary key,
      birth_date date,
      sex text check (sex in ('female', 'male', 'other')),
      nationalities text[],
      residence text,
      isced smallint check (isced between 0 and 8),
      language_levels text[],
      tests jsonb,
      work_groups text[],
      work_months int4multirange[],
      qualification_standings text[],
      training_months jsonb,
      offered boolean,
      offer_destination text,
      offer_groups text[],
      offer_currency text,
      offer_wage_hour numeric,
      offer_wage_month numeric,
      offer_wage_year numeric,
      offer_months bigint check (offer_months >= 0),
      savings_currency text,
      savings_amount numeric check (savings_amount >= 0),
      health boolean,
      criminal_record boolean,
      stays jsonb,
      stay_countries text[],
      stay_days datemultirange[],
      displacement text check (displacement in ('none', 'refugee', 'disaster', 'crisis')),
      dependants bigint check (dependants >= 0),
      licences text[],
      declared jsonb,
      check (cardinality(work_groups) = cardinality(work_months)),
      check (cardinality(stay_countries) = cardinality(stay_days)),
      check (offered is not distinct from true or offer_destination is null)
    )`.execute(db);
  for (const column of ['birth_date', 'residence']) {
    await sql`create index on profile_facts (${sql.id(column)})`.execute(db);
  }
  for (const column of ['nationalities', 'language_levels', 'qualification_standings', 'licences']) {
    await sql`create index on profile_facts using gin (${sql.id(column)})`.execute(db);
  }
  await sql`create index on profile_facts using gin (tests jsonb_path_ops)`.execute(db);
}

/** How many months or days the spans cover, those that several cover counted once: a multirange has them joined already. */
async function covered(db: Kysely<unknown>): Promise<void> {
  for (const multirange of ['int4multirange', 'datemultirange']) {
    await sql`
      create function covered(spans ${sql.id(multirange)}) returns integer
      language plpgsql immutable strict parallel safe as $$
      begin
        if spans @> range_merge(spans) then -- one span, as most people have, or none
          return coalesce(upper(spans) - lower(spans), 0);
        end if;
        return (select sum(upper(span) - lower(span)) from unnest(spans) span);
      end $$`.execute(db);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await facts(db);
  await covered(db);
}
