import { sql } from 'kysely';
import { type Called, type IndexedMark, indexNames } from '../../app/domain/occupation/index-names.ts';
import type { Sense } from '../../app/domain/occupation/sense.ts';
import { titleStems } from '../../app/domain/occupation/title.ts';
import { fold } from '../../app/domain/text/fold.ts';
import type { Writer } from '../client.server.ts';
import { packPlaces } from '../occupation-places.ts';

export type NewName = { concept: number; language: string; name: string; preferred: boolean };

const BATCH = 5_000;

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** Names of one origin. A name that is given twice for a concept is preferred if one of them is. */
export async function insertNames(trx: Writer, names: readonly NewName[], esco: boolean): Promise<void> {
  for (const batch of batchesOf(names)) {
    const rows = batch.map(({ name, language, ...rest }) => ({
      ...{ ...rest, name, language, folded: fold(name) },
      stemmed: titleStems(name, language).join(' '),
    }));
    await sql`
      insert into occupation_name (concept, language, name, esco, preferred, folded, stemmed)
      select concept, language, name, ${esco}, bool_or(preferred), min(folded), min(stemmed)
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as row(concept integer, language text, name text, preferred boolean, folded text, stemmed text)
      group by concept, language, name
      on conflict (concept, language, name, esco) do update set preferred = occupation_name.preferred or excluded.preferred`.execute(
      trx,
    );
  }
}

/** Makes the groups of ISCO-08 concepts, called as this project calls them, and finds by name whatever there is now. */
export async function indexGroups(trx: Writer): Promise<void> {
  await sql`
    insert into occupation_concept (id, kind, code, isco)
    select (select coalesce(max(id), -1) from occupation_concept) + row_number() over (order by code), 'group', code, code
    from isco_group where not exists (select from occupation_concept known where known.kind = 'group' and known.isco = isco_group.code)`.execute(
    trx,
  );
  await sql`delete from occupation_concept where not exists (select from isco_group where code = isco)`.execute(trx);
  await trx.deleteFrom('occupation_name').where('esco', '=', false).execute();
  const terms = await trx
    .selectFrom('occupation_term')
    .innerJoin('occupation_concept', (join) =>
      join.onRef('occupation_concept.isco', '=', 'occupation_term.code').on('occupation_concept.kind', '=', 'group'),
    )
    .select(['occupation_concept.id as concept', 'language', 'term as name', 'occupation_term.kind'])
    .execute();
  const names = terms.map(({ kind, ...name }) => ({ ...name, preferred: kind === 'title' }));
  await insertNames(trx, names, false);
  await indexOccupations(trx);
}

/** Derives anew by what the concepts are found and ranked, language by language. */
export async function indexOccupations(trx: Writer, onLanguage: () => void = () => undefined): Promise<void> {
  await trx.deleteFrom('occupation_sense').execute();
  await trx.deleteFrom('occupation_mark').execute();
  const languages = await trx.selectFrom('occupation_name').select('language').distinct().orderBy('language').execute();
  for (const { language } of languages) {
    await indexLanguage(trx, language);
    onLanguage();
  }
  for (const table of ['occupation_concept', 'occupation_name', 'occupation_sense', 'occupation_mark'])
    await sql`analyze ${sql.table(table)}`.execute(trx);
}

function byConcept(rows: readonly (Called & { concept: number })[]): Map<number, Called[]> {
  const called = new Map<number, Called[]>();
  for (const { concept, ...name } of rows) {
    const known = called.get(concept);
    if (known) known.push(name);
    else called.set(concept, [name]);
  }
  return called;
}

async function indexLanguage(trx: Writer, language: string): Promise<void> {
  const rows = await trx
    .selectFrom('occupation_name')
    .select(['concept', 'name', 'preferred'])
    .where('language', '=', language)
    .orderBy('concept')
    .orderBy('preferred', 'desc')
    .orderBy('name')
    .execute();
  const { senses, marks } = indexNames(byConcept(rows), language);
  for (const batch of batchesOf([...senses])) await insertSenses(trx, language, batch);
  for (const batch of batchesOf(marks)) await insertMarks(trx, language, batch);
}

async function insertSenses(
  trx: Writer,
  language: string,
  senses: readonly (readonly [number, Sense])[],
): Promise<void> {
  const rows = senses.map(([concept, sense]) => ({ concept, ...sense }));
  await sql`
    insert into occupation_sense (language, concept, names, words, letters)
    select ${language}, concept, names, words, letters from json_to_recordset(${JSON.stringify(rows)}::json)
      as row(concept integer, names json, words real, letters real)`.execute(trx);
}

async function insertMarks(trx: Writer, language: string, marks: readonly IndexedMark[]): Promise<void> {
  const mark = marks.map((one) => one.mark);
  const name = marks.map((one) => one.name);
  const concept = marks.map((one) => one.concept);
  const places = marks.map((one) => packPlaces(one.places));
  await sql`
    insert into occupation_mark (language, mark, name, concept, places)
    select ${language}, * from unnest(${mark}::text[], ${name}::real[], ${concept}::real[], ${places}::bytea[])`.execute(
    trx,
  );
}
