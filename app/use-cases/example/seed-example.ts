import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  hasRealAccounts,
  insertExampleEmployers,
  insertExamplePeople,
  recordedAmong,
} from '../../../db/queries/example.ts';
import { listPathways, pathwayEditions } from '../../../db/queries/pathway.ts';
import { loadLabels } from '../../../db/queries/reference.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { isShut } from '../../domain/pathway/is-shut.ts';
import { OPERATOR } from '../../domain/people/who.ts';
import {
  type ExampleSeeker,
  type ExampleVacancy,
  exampleSeekers,
  exampleVacancies,
  type JobNames,
} from '../../domain/population/example-market.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { lock } from '../import-documents/import-documents.ts';
import { projectMoved } from '../project-changed.ts';
import { publishUnasked } from '../vacancy/publish-unasked.ts';

/** How many are written together. */
const BATCH = 2_000;

export type ExampleSize = { vacancies: number; profiles: number; seed: number };

/** How many were added; those of the same seed that were there already are not counted. */
export type Seeded = { outcome: 'seeded'; vacancies: number; profiles: number };
export type SeedRefused = { outcome: 'real-accounts' | 'no-pathways' };

function* batchesOf<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** In the languages of the reference, each occupation's names put together once. */
async function jobNames(db: Db): Promise<JobNames> {
  const labels = await loadLabels(db);
  const known = new Map<string, ReturnType<JobNames>>();
  return (occupation) => {
    const before = known.get(occupation);
    if (before) return before;
    const said = (language: string) => labels.occupation(occupation, language);
    const names = {
      title: { en: said('en'), es: said('es'), fr: said('fr'), ar: said('ar') },
      everyday: labels.synonyms(occupation, 'en'),
    };
    known.set(occupation, names);
    return names;
  };
}

async function addVacancies(trx: Writer, made: readonly ExampleVacancy[]): Promise<number> {
  await lock(trx, new Set(['vacancy']));
  const ids = made.map(({ vacancy }) => vacancy.id);
  const there = await recordedAmong(trx, ids);
  const fresh = made.filter(({ vacancy }) => !there.has(vacancy.id));
  if (fresh.length === 0) return 0;
  const employers = new Map(fresh.map(({ employer }) => [employer.id, employer]));
  await insertExampleEmployers(trx, [...employers.values()]);
  const vacancies = fresh.map(({ vacancy }) => vacancy);
  await publishUnasked(trx, vacancies, { by: 'example', example: true });
  await projectMoved(
    trx,
    vacancies.map(({ id }) => id),
  );
  return fresh.length;
}

/** 32 hexadecimal digits are a UUID; the same address always makes the same one. */
const personOf = ({ profile, email, locale }: ExampleSeeker) => {
  const key = createHash('sha256').update(email).digest('hex');
  return { id: uuidOf(key), auditKey: key, email, locale, profile };
};

const uuidOf = (hex: string) =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');

async function addPeople(trx: Writer, made: readonly ExampleSeeker[]): Promise<number> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  return insertExamplePeople(trx, made.map(personOf));
}

/** A batch a transaction, so that what was written stays, and a run that was broken off goes on with the next. */
async function addAll<T>(
  db: Db,
  made: Iterable<T>,
  add: (trx: Writer, batch: readonly T[]) => Promise<number>,
  onDone: (amount: number) => void,
): Promise<number> {
  let added = 0;
  for (const batch of batchesOf(made)) {
    added += await db.transaction().execute((trx) => add(trx, batch));
    onDone(batch.length);
  }
  return added;
}

const TABLES = ['vacancy', 'document_version', 'search_vacancy', 'profile_facts'];

/** So many rows at once are not what the planner of queries knows of. */
async function tellPlanner(db: Db): Promise<void> {
  for (const table of TABLES) await sql`analyze ${sql.table(table)}`.execute(db);
}

async function pathwaysOn(db: Db, on: string): Promise<Pathway[]> {
  const editions = await listPathways(db, on);
  return editions.flatMap(({ document, notInEffect }) => (notInEffect ? [] : [document]));
}

/** Adds example data of a seed to a database that holds no real account; what of it is there already stays as it is. */
export async function seedExample(
  db: Db,
  { vacancies, profiles, seed }: ExampleSize,
  onDone: (amount: number) => void,
): Promise<Seeded | SeedRefused> {
  if (await hasRealAccounts(db)) return { outcome: 'real-accounts' };
  const on = await todayOf(db);
  const pathways = await pathwaysOn(db, on);
  if (pathways.length === 0) return { outcome: 'no-pathways' };
  const editions = await pathwayEditions(
    db,
    pathways.map(({ id }) => id),
  );
  const making = { seed, on, editions };
  const taking = pathways.filter((pathway) => !isShut(pathway));
  const names = await jobNames(db);
  const added = {
    vacancies: await addAll(db, exampleVacancies(taking, names, { ...making, count: vacancies }), addVacancies, onDone),
    profiles: await addAll(db, exampleSeekers(pathways, { ...making, count: profiles }), addPeople, onDone),
  };
  const object = { type: 'example-data', id: `seed ${seed}` };
  await db
    .transaction()
    .execute((trx) =>
      appendAudit(trx, { chain: chainOf(OPERATOR), who: OPERATOR, action: 'seed-example-data', object, after: added }),
    );
  await tellPlanner(db);
  return { outcome: 'seeded', ...added };
}
