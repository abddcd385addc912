import { sql } from 'kysely';
import type { Db, Writer } from '../client.server.ts';
import { countEscoOccupations } from '../queries/occupation.ts';
import { indexOccupations, insertNames } from './index-occupations.ts';
import { lockReference } from './lock.ts';

/** A row of ESCO's files: a group of ISCO-08 or an occupation below one, and what it is called in the language of the file. */
export type EscoConcept = {
  kind: 'group' | 'occupation';
  uri: string;
  code: string;
  isco: string;
  preferred: string;
  others: readonly string[];
};

export type EscoBatch = { language: string; concepts: readonly EscoConcept[] };

export type EscoCounts = { occupations: number; names: number };

/** ESCO's own address of a group, for one that the files leave out. */
const GROUP_URI = 'http://data.europa.eu/esco/isco/C';

/** Puts what comes in the place of all that was imported before, wholly or not at all: what the batches throw undoes everything. */
export async function replaceEsco(
  db: Db,
  batches: AsyncIterable<EscoBatch>,
  onIndexed: () => void,
): Promise<EscoCounts> {
  return db.transaction().execute(async (trx) => {
    await lockReference(trx);
    await trx.deleteFrom('occupation_name').where('esco', '=', true).execute();
    const ids = await knownConcepts(trx);
    const seen = new Set<number>();
    for await (const batch of batches) {
      await writeConcepts(trx, batch.concepts, ids);
      for (const concept of batch.concepts) seen.add(idOf(ids, concept));
      await insertNames(trx, namesOf(batch, ids), true);
    }
    await forgetOthers(trx, seen);
    await indexOccupations(trx, onIndexed);
    return countImported(trx);
  });
}

const namesOf = ({ language, concepts }: EscoBatch, ids: ReadonlyMap<string, number>) =>
  concepts.flatMap((concept) =>
    [concept.preferred, ...concept.others].map((name, at) => ({
      ...{ concept: idOf(ids, concept), language, name },
      preferred: at === 0,
    })),
  );

type Identity = Pick<EscoConcept, 'kind' | 'uri' | 'isco'>;

/** An occupation is known by its address, a group by its code, whatever edition gives it which address. */
const keyOf = ({ kind, uri, isco }: Identity) => (kind === 'group' ? isco : uri);

function idOf(ids: ReadonlyMap<string, number>, concept: Identity): number {
  const id = ids.get(keyOf(concept));
  if (id === undefined) throw new Error(`there is no concept ${keyOf(concept)}`);
  return id;
}

async function knownConcepts(trx: Writer): Promise<Map<string, number>> {
  await sql`update occupation_concept set uri = ${GROUP_URI}::text || code where kind = 'group'`.execute(trx);
  const rows = await trx.selectFrom('occupation_concept').select(['id', 'kind', 'isco', 'uri']).execute();
  return new Map(rows.map(({ id, uri, ...rest }) => [keyOf({ ...rest, uri: uri ?? '' }), id]));
}

/** New occupations get the next numbers; what is known of a concept is that of the last edition. */
async function writeConcepts(trx: Writer, concepts: readonly EscoConcept[], ids: Map<string, number>): Promise<void> {
  let next = Math.max(-1, ...ids.values()) + 1;
  for (const concept of concepts) if (!ids.has(keyOf(concept))) ids.set(keyOf(concept), next++);
  const rows = concepts.map((concept) => ({ ...concept, id: idOf(ids, concept) }));
  await sql`
    insert into occupation_concept (id, kind, code, isco, uri)
    select id, kind, code, isco, uri from json_to_recordset(${JSON.stringify(rows)}::json)
      as row(id integer, kind text, code text, isco text, uri text)
    on conflict (id) do update set code = excluded.code, isco = excluded.isco, uri = excluded.uri`.execute(trx);
}

async function forgetOthers(trx: Writer, seen: ReadonlySet<number>): Promise<void> {
  await sql`delete from occupation_concept where kind = 'occupation' and id <> all(${[...seen]}::int[])`.execute(trx);
}

async function countImported(trx: Writer): Promise<EscoCounts> {
  const { names } = await trx
    .selectFrom('occupation_name')
    .select((count) => count.fn.countAll<number>().as('names'))
    .where('esco', '=', true)
    .executeTakeFirstOrThrow();
  return { occupations: await countEscoOccupations(trx), names };
}
