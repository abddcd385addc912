import { type Kysely, sql } from 'kysely';

/** Training in a state of origin under a pathway, with its seats on two tracks, which count like places. */
async function partnerships(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table partnership (
      id text primary key,
      pathway text not null,
      body json not null,
      origin text not null,
      destination text not null,
      starts_on date not null,
      seats_away bigint not null,
      seats_home bigint not null,
      taken_away bigint not null default 0,
      taken_home bigint not null default 0,
      stage text not null default 'open' check (stage in ('open', 'closed')),
      office text not null,
      example boolean not null default false,
      published_at timestamptz not null default now(),
      check (taken_away between 0 and seats_away),
      check (taken_home between 0 and seats_home),
      unique (id, pathway)
    )`.execute(db);
  await sql`create index on partnership (pathway, starts_on)`.execute(db);
  await sql`create index on partnership (origin)`.execute(db);
  await sql`create index on partnership (destination)`.execute(db);
  await sql`revoke delete on partnership from fairway_app`.execute(db);
}

/** A vacancy belongs to a partnership of its own pathway, or to none. */
async function vacancies(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table vacancy
      add partnership text,
      add foreign key (partnership, pathway) references partnership (id, pathway)`.execute(db);
  await sql`create index on vacancy (partnership) where partnership is not null`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await partnerships(db);
  await vacancies(db);
}
