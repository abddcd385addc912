import { sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';
import type { Reading, Term } from '../meaning.ts';
import { atTypos, FIELDS, lexeme, STEPS } from '../tsquery.ts';
import { occupationSign, pathwaySign } from './signs.ts';

type Typos = (typeof STEPS)[number];

/** The signs of the occupations and the pathways that a term names, by typos. */
export type Named = (term: Term, typos: Typos) => { occupations: readonly string[]; pathways: readonly string[] };

type Row = { at: number; typos: Typos; kind: 'occupation' | 'pathway'; ids: string[] };

/** Occupations are asked by their titles and everyday words, pathways by their names. */
function looksOf(terms: readonly Term[]) {
  return terms.flatMap((term, at) =>
    STEPS.flatMap((typos) => {
      const [occupation, pathway] = [atTypos(term, typos, 'B').join(' | '), atTypos(term, typos, 'A').join(' | ')];
      if (occupation === '') return [];
      return [
        sql`select ${at}::int as at, ${typos}::int as typos, 'occupation' as kind, array_agg(code) as ids from search_occupation where words @@ ${occupation}::tsquery`,
        sql`select ${at}::int, ${typos}::int, 'pathway', array_agg(id) from search_text where words @@ ${pathway}::tsquery`,
      ];
    }),
  );
}

/** Looks up what the terms of these readings name. */
export async function namedBy(db: Reader, readings: readonly Reading[]): Promise<Named> {
  const terms = [...new Set(readings.flat())];
  const { rows } = await sql<Row>`
    select at, typos, kind, ids from (${sql.join(looksOf(terms), sql` union all `)}) looked where ids is not null`.execute(
    db,
  );
  return (term, typos) => {
    const idsOf = (kind: Row['kind']) =>
      rows.find((row) => terms[row.at] === term && row.typos === typos && row.kind === kind)?.ids ?? [];
    return { occupations: idsOf('occupation').map(occupationSign), pathways: idsOf('pathway').map(pathwaySign) };
  };
}

type Queries = { kinds: readonly string[]; whole: string };

const anyOf = (choices: readonly string[]) => choices.join(' | ');
const signs = (of: readonly string[]) => of.map((sign) => lexeme(sign));

const allOf = (reading: Reading, choicesOf: (term: Term) => readonly string[]) =>
  reading.map((term) => `(${anyOf(choicesOf(term))})`).join(' & ');

/**
 * The kinds of match, the best first, each with those before it, and all of them: every word as typed in the title; in what the job is
 * called; anywhere; with typing errors. `concepts`: what the whole text names is as good as its being called so.
 */
export function kindsOf(readings: readonly Reading[], named: Named, concepts: readonly string[]): Queries {
  const [typed = []] = readings;
  const conceptSigns = concepts.map((code) => lexeme(occupationSign(code), true));
  const called = (term: Term) => [
    ...atTypos(term, 0, 'A'),
    ...atTypos(term, 0, 'B'),
    ...signs(named(term, 0).occupations),
  ];
  const anywhere = (term: Term, typos: Typos) => {
    const { occupations, pathways } = named(term, typos);
    return [...FIELDS.flatMap((field) => atTypos(term, typos, field)), ...signs([...occupations, ...pathways])];
  };
  const inTitle = allOf(typed, (term) => atTypos(term, 0, 'A'));
  const byName = anyOf([`(${allOf(typed, called)})`, ...conceptSigns]);
  const asTyped = anyOf([`(${allOf(typed, (term) => anywhere(term, 0))})`, ...conceptSigns]);
  const inAnyWay = readings.map(
    (reading) => `(${allOf(reading, (term) => STEPS.flatMap((typos) => anywhere(term, typos)))})`,
  );
  const whole = anyOf([...inAnyWay, ...conceptSigns]);
  return { kinds: [inTitle, byName, asTyped, whole], whole };
}
