import { type Kysely, sql } from 'kysely';

/** From weights and the marks `^` and `^N` before each field's first word, of N, to words that begin with their field's letter. */
async function carryOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function words_by_field(words tsvector) returns tsvector language sql immutable as $$
      with placed as materialized (
        select lexeme, position, weight from unnest(words), unnest(positions, weights) as place(position, weight)
      ), following as (
        select start.position, start.weight, word.lexeme, word.position - start.position as nth,
          row_number() over (partition by start.position, start.weight order by word.position) as counted
        from placed start
        join placed word on word.weight = start.weight and word.position between start.position + 1 and start.position + 10
        where start.lexeme = '^' and not starts_with(word.lexeme, '^')
      ), beginning as (
        select position, weight, left('^' || string_agg(lexeme || ' ', '' order by nth), 500) as text, count(*) as length
        from following where nth = counted group by position, weight
      )
      select concat_ws(' ',
        (
          select string_agg(quote_literal(weight || lexeme) || ':' || places, ' ') from (
            select weight, lexeme, string_agg(position::text, ',') as places
            from placed where not starts_with(lexeme, '^') group by weight, lexeme
          ) each
        ),
        (
          select string_agg(quote_literal(text || case when whole.lexeme is null then '' else '$' end), ' ') from beginning
          left join placed whole on whole.position = beginning.position and whole.weight = beginning.weight
            and whole.lexeme = '^' || beginning.length
        )
      )::tsvector
    $$`.execute(db);
  await sql`insert into search_text select id, words_by_field(words) from search_pathway`.execute(db);
  await sql`drop function words_by_field`.execute(db);
}

/** To learn whether two words stand side by side anywhere took reading all that hold both. */
async function pairs(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_pair (joined text collate "C", head text collate "C", primary key (joined, head))`.execute(
    db,
  );
  await sql`
    insert into search_pair
    with placed as (
      select id, left(lexeme, 1) as field, substr(lexeme, 2) as word, position
      from search_text, unnest(words) as word(lexeme, positions, weights), unnest(positions) as position
    )
    select distinct head.word || tail.word, head.word
    from placed head join placed tail on tail.id = head.id and tail.field = head.field and tail.position = head.position + 1`.execute(
    db,
  );
}

/**
 * The words of pathways in a table of their own, whose rows are narrow, and by field, for an index knows no weights: how well each of
 * 100,000 pathways holds a common word is then told by the index, where it took reading the words of each.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_text (
      id text primary key references search_pathway on update cascade on delete cascade,
      words tsvector not null
    )`.execute(db);
  // Compressing saves a third of the room and costs every ranked search more than reading it.
  await sql`alter table search_text alter column words set storage external`.execute(db);
  await carryOver(db);
  await pairs(db);
  await sql`create index on search_text using gin (words)`.execute(db);
  await sql`drop function search_pathway_holding`.execute(db);
  await sql`alter table search_pathway drop column words`.execute(db);
  // By the index alone: to the planner reading the whole table looks as cheap, for it does not know that words are stored apart.
  await sql`
    create function search_holding(asked tsquery) returns table (id text)
    language sql stable rows 10000 set enable_seqscan = off set max_parallel_workers_per_gather = 0
    as 'select id from search_text where words @@ asked'`.execute(db);
}
