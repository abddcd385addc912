import { sql } from 'kysely';
import type { PersonRule } from '../../app/domain/documents/index.ts';
import { ruleToSql } from '../../db/rule-to-sql.ts';
import { withOwnDatabase } from '../support/own-database.ts';
import { assertSame, inTurns, quantile, type Row, timed } from './measure.ts';

const PROFILES = 1_000_000;
const ROUNDS = 21;
const ASKING = { destination: 'DE', pathway: 'de-nurses', on: '2026-11-23' };

/** What a vacancy for nurses may require. */
const RULE: PersonRule = {
  all: [
    { id: 'adult', fact: 'age', gte: 21 },
    { id: 'young', fact: 'age', lt: 45 },
    { id: 'origin', fact: 'nationality', in: ['PH', 'IN', 'TN'] },
    { id: 'german', fact: 'language', of: 'de', gte: 'B1' },
    { id: 'clear', fact: 'criminalRecord', eq: true },
    {
      any: [
        { id: 'worked', fact: 'experience', of: ['222', '322'], gte: 24 },
        { id: 'recognised', fact: 'qualification', of: ['2221'], gte: 'recognised' },
      ],
    },
  ],
};

/** The same by hand, by somebody who knows the table. */
const BY_HAND = `
  select count(*) as met from profile_facts
  where birth_date <= date '2005-11-23' and birth_date > date '1981-11-23'
    and nationalities && '{PH,IN,TN}'::text[] and language_levels && '{de:B1}'::text[] and criminal_record
    and (qualification_standings && '{2221:DE}'::text[]
      or covered((coalesce(work_months[array_position(work_groups, '222')], '{}')
        + coalesce(work_months[array_position(work_groups, '322')], '{}')) * '{[0,24322]}'::int4multirange) >= 24)`;

/** A million people, each fact spread so that every criterion lets some through. */
const FILL = `
  insert into profile_facts (profile, birth_date, nationalities, language_levels, criminal_record, work_groups, work_months,
    qualification_standings)
  select gen_random_uuid(), date '1960-01-01' + at % 18000,
    array[(array['PH', 'IN', 'BD', 'NP', 'TN'])[1 + at % 5]],
    (array['{}', '{de:A1}', '{de:A1,de:A2}', '{de:A1,de:A2,de:B1}', '{en:A1,en:A2,de:A1,de:A2,de:B1,de:B2}'])[1 + at / 5 % 5]::text[],
    case at % 11 when 0 then null when 1 then false else true end,
    array['any', '2', '22', '222', '2221'],
    array_fill(int4multirange(int4range(24000, 24000 + 6 * (at / 25 % 10))), array[5]),
    case at / 7 % 3 when 0 then '{any,2,22,222,2221,2221:DE}' else '{}' end::text[]
  from generate_series(1, ${PROFILES}) at`;

/** One rule over a million stored profiles: our expression against SQL written by hand for that rule. */
export const run = (): Promise<Row[]> =>
  withOwnDatabase(async ({ db, pool }) => {
    await pool.query(FILL);
    await pool.query('vacuum analyze profile_facts');
    const ours = async () => {
      const rule = ruleToSql(RULE, ASKING);
      const { rows } = await sql<{ met: number }>`select count(*) as met from profile_facts where ${rule}`.execute(db);
      return rows[0]?.met;
    };
    const byHand = async () => (await pool.query<{ met: number }>(BY_HAND)).rows[0]?.met;
    assertSame('one rule over stored profiles', await ours(), await byHand());
    const times = await inTurns(
      ROUNDS,
      () => timed(ours),
      () => timed(byHand),
    );
    const ratios = times.ours.map((time, at) => time / (times.peer[at] ?? Number.NaN));
    const what = `one rule over ${PROFILES} stored profiles`;
    return [
      { what: `${what}: ours / SQL by hand`, value: quantile(ratios, 0.5), unit: 'times', goal: '≤ 1.1' },
      { what: `${what}: ours, p50`, value: quantile(times.ours, 0.5), unit: 'ms' },
      { what: `${what}: SQL by hand, p50`, value: quantile(times.peer, 0.5), unit: 'ms' },
    ];
  });
