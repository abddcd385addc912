import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { escoFolder } from '../../app/cli/esco-folder.ts';
import { importEsco } from '../../app/use-cases/import-esco/import-esco.ts';
import type { Connection, Db } from '../../db/client.server.ts';
import { MOST_OCCUPATIONS, searchOccupations } from '../../db/queries/occupation.ts';
import { loadReference } from '../../db/reference/load.ts';
import { withOwnDatabase } from '../support/own-database.ts';
import { meanReciprocalRank } from '../support/reciprocal-rank.ts';
import { quantile, type Row, timed } from './measure.ts';

/** What each language should reach, and in which of MELO's sets; its other sets of these languages are scored as well. */
const GOALS: Record<string, { set: string; goal: number }> = {
  en: { set: 'usa_q_en_c_en', goal: 0.674 },
  de: { set: 'deu_q_de_c_de', goal: 0.6 },
  fr: { set: 'fra_q_fr_c_fr', goal: 0.8 },
  es: { set: 'esp_q_es_c_es', goal: 0.47 },
  pl: { set: 'pol_q_pl_c_pl', goal: 0.57 },
};

const SETS = 'data/processed/melo';
const ONE_LANGUAGE = /^[a-z]{3}_q_([a-z]{2})_c_\1$/;

type Query = { title: string; right: ReadonlySet<string> };
type QuerySet = { name: string; language: string; queries: Query[] };

const linesOf = (...file: string[]) =>
  readFileSync(path.join(...file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

/** Titles of a national classification, each with the addresses of the concepts that it was mapped to by people. */
function readSet(folder: string, name: string, language: string): QuerySet {
  const at = path.join(folder, SETS, name);
  const uris = new Map(linesOf(at, 'concept_mapping.tsv').map(([element = '', uri = '']) => [element, uri]));
  const right = new Map<string, Set<string>>();
  for (const [query = '', , element = ''] of linesOf(at, 'annotations.tsv')) {
    const known = right.get(query) ?? new Set();
    right.set(query, known.add(uris.get(element) ?? ''));
  }
  const queries = linesOf(at, 'queries.tsv').map(([id = '', title = '']) => ({
    title,
    right: right.get(id) ?? new Set(),
  }));
  return { name, language, queries };
}

/** MELO's sets in which titles and labels are of one language, of the languages that have a goal. */
const setsIn = (folder: string): QuerySet[] =>
  readdirSync(path.join(folder, SETS))
    .sort()
    .flatMap((name) => {
      const language = ONE_LANGUAGE.exec(name)?.[1];
      return language !== undefined && Object.hasOwn(GOALS, language) ? [readSet(folder, name, language)] : [];
    });

async function importAll({ db }: Connection, folder: string): Promise<void> {
  const found = await escoFolder(folder, () => undefined);
  if ('problem' in found) throw new Error(found.problem);
  await importEsco(db, found.files, () => undefined);
}

/** The search of the product answers concepts, so a rank is that of a concept, however many of its names are like the title. */
async function score(db: Db, { name, language, queries }: QuerySet): Promise<Row[]> {
  const times: number[] = [];
  const ranked = [];
  for (const { title, right } of queries) {
    let uris: (string | undefined)[] = [];
    const time = await timed(async () => {
      const hits = await searchOccupations(db, { q: title, language, limit: MOST_OCCUPATIONS });
      uris = hits.map(({ uri }) => uri);
    });
    times.push(time);
    ranked.push(uris.findIndex((uri) => uri !== undefined && right.has(uri)));
  }
  const { set, goal } = GOALS[language] ?? {};
  const what = `occupations, MELO ${name}, ${queries.length} titles`;
  return [
    { what, value: meanReciprocalRank(ranked), unit: 'MRR', ...(set === name && { goal: `≥ ${goal}` }) },
    { what: `${what}: p50`, value: quantile(times, 0.5), unit: 'ms' },
    { what: `${what}: p95`, value: quantile(times, 0.95), unit: 'ms' },
  ];
}

/** How well job titles of national classifications find the concepts that people mapped them to, in a database with ESCO imported. */
export async function run({ melo, esco }: { melo?: string | undefined; esco?: string | undefined }): Promise<Row[]> {
  if (melo === undefined || esco === undefined || !existsSync(path.join(melo, SETS))) {
    process.stderr.write(
      `occupations: left out; it needs --melo DIR, a clone of MELO with ${SETS} in it, and --esco DIR, an unpacked ESCO download\n`,
    );
    return [];
  }
  const sets = setsIn(melo);
  return withOwnDatabase(async (connection) => {
    await loadReference(connection.db);
    const rows: Row[] = [];
    const importing = await timed(() => importAll(connection, esco));
    rows.push({ what: 'occupations: import of ESCO', value: importing, unit: 'ms' });
    for (const set of sets) rows.push(...(await score(connection.db, set)));
    return rows;
  });
}
