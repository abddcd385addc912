import { sql } from 'kysely';
import type { PersonRule } from '../../app/domain/documents/index.ts';
import { ruleToSql } from '../../db/rule-to-sql.ts';
import { withOwnDatabase } from '../support/own-database.ts';
import { assertSame, inTurns, quantile, type Row, timed } from './measure.ts';
import { fillProfiles, HIRED_BY_HAND } from './stored-profiles.ts';

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

/** One rule over a million stored profiles: our expression against SQL written by hand for that rule. */
export const run = (): Promise<Row[]> =>
  withOwnDatabase(async ({ db, pool }) => {
    await fillProfiles(pool, PROFILES);
    const ours = async () => {
      const rule = ruleToSql(RULE, ASKING);
      const { rows } = await sql<{ met: number }>`select count(*) as met from profile_facts where ${rule}`.execute(db);
      return rows[0]?.met;
    };
    const byHand = async () => (await pool.query<{ met: number }>(HIRED_BY_HAND)).rows[0]?.met;
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
