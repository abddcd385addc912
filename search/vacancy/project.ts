import { type Selectable, sql } from 'kysely';
import { WAGE_BANDS, yearlyWage } from '../../app/domain/money/comparable-wage.ts';
import type { Writer } from '../../db/client.server.ts';
import type { SearchVacancyTable } from '../../db/schema/search.ts';
import { askForSync } from '../outbox.ts';
import { addToVocabulary, type Vocabulary } from '../vocabulary.server.ts';
import { type Wordage, wordageOf } from '../wordage.ts';
import { loadWording } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { askToRenameEvery } from './renamed.ts';
import { occupationSign, pathwaySign } from './signs.ts';
import { listOffered, type Offered, textsOf } from './texts.ts';
import { traitsOf } from './traits.ts';

export const VACANCY_VOCABULARY: Vocabulary = {
  words: sql.table('search_vacancy_word'),
  pairs: sql.table('search_vacancy_pair'),
  table: 'search_vacancy',
  count: (query) => sql`(select count(*) from search_vacancy where words @@ ${query})`,
};

/** How many are written together. */
const BATCH = 2_000;

type Cut = (text: string) => string[];

/** Vacancies repeat one another's texts, and cutting a text into words is what a million of them would take the longest for. */
function rememberingCut(): Cut {
  const known = new Map<string, string[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    if (known.size > 20_000) known.clear();
    const words = wordsOf(text);
    known.set(text, words);
    return words;
  };
}

function wordageOfVacancy(offered: Offered, cut: Cut): Wordage {
  const { titles, skills, descriptions, context } = textsOf(offered);
  const fields = [
    { letter: 'A', texts: titles.map(cut) },
    { letter: 'B', texts: skills.map(cut) },
    { letter: 'D', texts: context.map(cut) },
    { letter: 'C', texts: descriptions.map(cut) },
  ];
  const { occupation, pathway } = offered.vacancy;
  return wordageOf(fields, [occupationSign(occupation), pathwaySign(pathway)]);
}

/** A row of the search copy, as far as it follows from the vacancy alone. */
type VacancyRow = Omit<Selectable<SearchVacancyTable>, 'comparable' | 'band' | 'revision'>;

type Prepared = { row: VacancyRow; wordage: Wordage };

function prepare(offered: Offered, cut: Cut): Prepared {
  const { vacancy, places, updated, requirement } = offered;
  const wordage = wordageOfVacancy(offered, cut);
  const { languages, ...traits } = traitsOf(vacancy);
  const row = {
    ...{ id: vacancy.id, pathway: vacancy.pathway, ...traits, languages: languages.join(' '), places, updated },
    ...{ start_on: vacancy.startOn ?? null, closes: vacancy.applyBy ?? null, requirement },
    ...{ currency: vacancy.wage.money.currency, yearly: yearlyWage(vacancy)?.amount ?? null },
    words: wordage.vector,
  };
  return { row, wordage };
}

/** Euros a year, by the rate that holds: rounded as `exchanged` rounds. */
const COMPARABLE = sql`round(yearly::numeric / rate.per_eur, 2)::float8`;
const BANDS = sql`width_bucket(${COMPARABLE}, array[${sql.join(WAGE_BANDS.map((from) => sql`${Number(from) * 12}::float8`))}]) - 1`;

/** What the search copy holds of a vacancy, beside its id and revision. */
const HELD = [
  ...['pathway', 'destination', 'occupation', 'sector', 'housing', 'languages', 'band', 'places', 'start_on'],
  ...['closes', 'currency', 'yearly', 'comparable', 'requirement', 'updated', 'words'],
];
const columns = (of?: string) => sql.join(HELD.map((column) => sql.ref(of === undefined ? column : `${of}.${column}`)));

/** Rows as they should stand in the search copy. */
const truthOf = (rows: readonly VacancyRow[]) => sql`
  select id, pathway, destination, occupation, sector, housing, languages, (${BANDS})::smallint as band, places, start_on, closes,
    new.currency, yearly, ${COMPARABLE} as comparable, requirement, updated, words::tsvector as words
  from json_to_recordset(${JSON.stringify(rows)}::json) as new (id text, pathway text, destination text, occupation text, sector text,
    housing text, languages text, places bigint, start_on date, closes date, currency text, yearly float8, requirement bigint, updated date, words text)
  left join current_rate rate on rate.currency = new.currency`;

async function write(trx: Writer, prepared: readonly Prepared[]): Promise<number> {
  await addToVocabulary(
    trx,
    VACANCY_VOCABULARY,
    prepared.map(({ wordage }) => wordage),
  );
  const renewed = sql.join(HELD.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const { numAffectedRows = 0n } = await sql`
    insert into search_vacancy as held (id, ${columns()})
    ${truthOf(prepared.map(({ row }) => row))}
    on conflict (id) do update set ${renewed}, revision = nextval('search_revision')
    where (${columns('held')}) is distinct from (${columns('excluded')})`.execute(trx);
  return Number(numAffectedRows);
}

async function drop(trx: Writer, ids: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from search_vacancy where id = any(${[...ids]})`.execute(trx);
  return Number(numAffectedRows);
}

async function projectBatch(trx: Writer, ids: readonly string[], cut: Cut): Promise<number> {
  const offered = await listOffered(trx, ids);
  const there = new Set(offered.map(({ vacancy }) => vacancy.id));
  const gone = ids.filter((id) => !there.has(id));
  const written =
    offered.length > 0
      ? await write(
          trx,
          offered.map((one) => prepare(one, cut)),
        )
      : 0;
  return written + (gone.length > 0 ? await drop(trx, gone) : 0);
}

/** In the order of ids, each batch after the last of the one before. */
async function* allIds(trx: Writer): AsyncGenerator<string[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from vacancy where id > ${last} order by id limit ${BATCH}`.execute(trx);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id ?? '';
    if (rows.length < BATCH) return;
  }
}

function* batchesOf(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}

/**
 * Brings the search copy to how vacancies stand: those that are offered are found, the others are not. For whoever changes what a
 * vacancy says, its stage, its places or its flags, in the same transaction and after it: the row of the vacancy is then locked, so that
 * of two who change it at once the second has the last word. The word for other engines goes into the same transaction.
 */
export async function projectOffered(trx: Writer, ids: readonly string[] | 'all'): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  const cut = rememberingCut();
  let changed = 0;
  for await (const batch of ids === 'all' ? allIds(trx) : batchesOf(ids)) {
    if (ids === 'all')
      await sql`select from vacancy where id = any(${batch}) order by id for no key update`.execute(trx);
    changed += await projectBatch(trx, batch, cut);
  }
  if (changed > 0) await askForSync(trx);
}

/** What occupations are called, to find vacancies by. */
async function writeOccupations(trx: Writer): Promise<void> {
  const { occupation } = await loadWording(trx);
  const { rows } = await sql<{ code: string }>`select code from isco_group order by code`.execute(trx);
  const named = rows.map(({ code }) => ({
    code,
    wordage: wordageOf([{ letter: 'B', texts: occupation(code).map(wordsOf) }], []),
  }));
  await sql`delete from search_occupation`.execute(trx);
  await sql`
    insert into search_occupation
    select * from unnest(${named.map(({ code }) => code)}::text[], ${named.map(({ wordage }) => wordage.vector)}::text[]::tsvector[])`.execute(
    trx,
  );
  await addToVocabulary(
    trx,
    VACANCY_VOCABULARY,
    named.map(({ wordage }) => wordage),
  );
}

/** New names of occupations: vacancies are found by them from here on; indexes outside hold the words too, and are brought them by a job. */
export async function projectOccupations(trx: Writer): Promise<void> {
  await writeOccupations(trx);
  await askToRenameEvery(trx);
}

/** New rates: what wages compare to is computed anew, in one statement, wherever it is other than before. */
export async function projectRates(trx: Writer): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  const { numAffectedRows = 0n } = await sql`
    update search_vacancy held set comparable = truth.comparable, band = truth.band, revision = nextval('search_revision')
    from (
      select vacancy.id, ${COMPARABLE} as comparable, (${BANDS})::smallint as band
      from search_vacancy vacancy left join current_rate rate on rate.currency = vacancy.currency
    ) truth
    where truth.id = held.id and (held.comparable, held.band) is distinct from (truth.comparable, truth.band)`.execute(
    trx,
  );
  if (numAffectedRows > 0n) await askForSync(trx);
}

/** New editions of pathways: the vacancies under them may require something else by now, and say all else that they said. */
export async function projectRequired(trx: Writer, pathways: readonly string[]): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  const { numAffectedRows = 0n } = await sql`
    update search_vacancy held set requirement = vacancy.requirement, revision = nextval('search_revision')
    from vacancy
    where vacancy.id = held.id and held.pathway = any(${[...pathways]})
      and held.requirement is distinct from vacancy.requirement`.execute(trx);
  if (numAffectedRows > 0n) await askForSync(trx);
}

/** The whole search copy of vacancies anew: nothing of the old one stays, whatever it held. */
export async function projectVacanciesAnew(trx: Writer): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  for (const table of ['search_vacancy', 'search_vacancy_word', 'search_vacancy_pair'])
    await sql`delete from ${sql.table(table)}`.execute(trx);
  await writeOccupations(trx);
  await projectOffered(trx, 'all');
  await askForSync(trx);
}

/** Of these vacancies, how each should stand in the search copy, and how it stands; undefined: not at all. */
export async function compareOffered(
  trx: Writer,
  ids: readonly string[],
): Promise<{ id: string; truth: object | undefined; held: object | undefined }[]> {
  const cut = rememberingCut();
  const rows = (await listOffered(trx, ids)).map((one) => prepare(one, cut).row);
  const { rows: compared } = await sql<{ id: string; truth: object | null; held: object | null }>`
    with truth as (${truthOf(rows)}), held as (
      select id, ${columns()} from search_vacancy where id = any(${[...ids]})
    )
    select id, to_json(truth) as truth, to_json(held) as held from truth full join held using (id)`.execute(trx);
  return compared.map(({ id, truth, held }) => ({ id, truth: truth ?? undefined, held: held ?? undefined }));
}
