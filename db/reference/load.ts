import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import * as z from 'zod';
import { fold } from '../../app/domain/text/fold.ts';
import type { Db, Writer } from '../client.server.ts';
import { PROJECT_FOLDER } from '../project-folder.ts';
import { Corridor } from './corridor.ts';
import { indexGroups } from './index-occupations.ts';
import { lockReference } from './lock.ts';

const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const;
const Labelled = z.object({ en: z.string(), es: z.string(), fr: z.string(), ar: z.string() });
const Group = Labelled.extend({ code: z.string().regex(/^\d{1,4}$/) });
const Synonym = z.object({ code: z.string(), language: z.string(), synonym: z.string().min(1) });
const Word = Labelled.extend({ area: z.enum(['paper', 'role', 'test', 'tranche']), code: z.string() });
const Scheme = z.object({ title: z.string(), source: z.string(), entries: z.record(z.string(), Labelled) });
const Classifications = z.object({ isic: Scheme, isced: Scheme, cefr: Scheme });

const read = (file: string) => readFileSync(path.join(PROJECT_FOLDER, 'db/reference', file), 'utf8');
const rowsOf = <T>(text: string, row: z.ZodType<T>): T[] => z.array(row).parse(parse(text, { columns: true, bom: true }));

type Load = (trx: Writer, texts: readonly string[]) => Promise<void>;

const occupations: Load = async (trx, [titles = '', synonyms = '']) => {
  const groups = rowsOf(titles, Group);
  const terms = [
    ...groups.flatMap((group) => LANGUAGES.map((language) => ({ code: group.code, language, kind: 'title', term: group[language] }))),
    ...rowsOf(synonyms, Synonym).map(({ code, language, synonym }) => ({ code, language, kind: 'synonym', term: synonym })),
  ].map((term) => ({ ...term, folded: fold(term.term) }));
  await sql`delete from isco_group`.execute(trx);
  const codes = groups.map(({ code }) => code);
  await sql`insert into isco_group (code, level, parent) select code, length(code), nullif(left(code, -1), '') from unnest(${codes}::text[]) code`.execute(trx);
  await sql`
    insert into occupation_term (code, language, kind, term, folded)
    select code, language, kind, term, folded from json_to_recordset(${JSON.stringify(terms)}::json)
      as term(code text, language text, kind text, term text, folded text)`.execute(trx);
  await indexGroups(trx);
};

const classifications: Load = async (trx, [text = '']) => {
  const schemes = Object.entries(Classifications.parse(JSON.parse(text)));
  const rows = schemes.flatMap(([scheme, { entries }]) =>
    Object.entries(entries).flatMap(([code, labels], position) => LANGUAGES.map((language) => ({ scheme, code, language, label: labels[language], position }))),
  );
  await sql`delete from classification`.execute(trx);
  await sql`
    insert into classification select scheme, code, language, label, position from json_to_recordset(${JSON.stringify(rows)}::json)
      as entry(scheme text, code text, language text, label text, position integer)`.execute(trx);
};

const vocabulary: Load = async (trx, [text = '']) => {
  const rows = rowsOf(text, Word).flatMap(({ area, code, ...labels }) => LANGUAGES.map((language) => ({ area, code, language, label: labels[language] })));
  await sql`delete from vocabulary`.execute(trx);
  await sql`
    insert into vocabulary select area, code, language, label from json_to_recordset(${JSON.stringify(rows)}::json)
      as word(area text, code text, language text, label text)`.execute(trx);
};

const corridors: Load = async (trx, [text = '']) => {
  const rows = z.array(Corridor).parse(JSON.parse(text));
  await sql`delete from corridor`.execute(trx);
  await trx.insertInto('corridor').values(rows.map((body) => ({ origin: body.origin, destination: body.destination, body: JSON.stringify(body) }))).execute();
};

const LOADS: Record<string, { files: readonly string[]; load: Load }> = {
  // How titles are read is part of what is kept of them.
  occupations: {
    files: ['isco-08-titles.csv', 'isco-08-synonyms.csv', '../../app/domain/occupation/tongues.ts', '../../app/domain/occupation/title.ts', '../../app/domain/occupation/index-names.ts'],
    load: occupations,
  },
  classifications: { files: ['classifications.json'], load: classifications },
  vocabulary: { files: ['vocabulary.csv'], load: vocabulary },
  corridors: { files: ['../seed/corridors.json'], load: corridors },
};

/** What else must change in the same transaction, given the names of what was loaded: the search copy. */
export type OnReference = (trx: Writer, loaded: readonly string[]) => Promise<void>;

async function loadChanged(trx: Writer): Promise<string[]> {
  const loaded: string[] = [];
  for (const [name, { files, load }] of Object.entries(LOADS)) {
    const texts = files.map(read);
    const hash = createHash('sha256').update(texts.join('\u0000')).digest('hex');
    const known = await trx.selectFrom('reference_load').select('hash').where('name', '=', name).executeTakeFirst();
    if (known?.hash === hash) continue;
    await load(trx, texts);
    await trx
      .insertInto('reference_load')
      .values({ name, hash })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash, loaded_at: sql<Date>`now()` }))
      .execute();
    loaded.push(name);
  }
  return loaded;
}

/** Loads each reference file whose content changed since it was last loaded; returns the names of those. Safe from several processes. */
export async function loadReference(db: Db, onLoaded?: OnReference): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await lockReference(trx);
    const loaded = await loadChanged(trx);
    if (loaded.length > 0) await onLoaded?.(trx, loaded);
    return loaded;
  });
}
