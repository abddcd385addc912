import type { Connection } from '../../db/client.server.ts';

/** How many of them meet what nurses have to, by hand, by somebody who knows the table. */
export const HIRED_BY_HAND = `
  select count(*) as met from profile_facts
  where birth_date <= date '2005-11-23' and birth_date > date '1981-11-23'
    and nationalities && '{PH,IN,TN}'::text[] and language_levels && '{de:B1}'::text[] and criminal_record
    and (qualification_standings && '{2221:DE}'::text[]
      or covered((coalesce(work_months[array_position(work_groups, '222')], '{}')
        + coalesce(work_months[array_position(work_groups, '322')], '{}')) * '{[0,24322]}'::int4multirange) >= 24)`;

/** People, each fact spread so that every criterion lets some through. */
const fill = (profiles: number) => `
  insert into profile_facts (profile, birth_date, nationalities, language_levels, criminal_record, work_groups, work_months,
    qualification_standings)
  select gen_random_uuid(), date '1960-01-01' + at % 18000,
    array[(array['PH', 'IN', 'BD', 'NP', 'TN'])[1 + at % 5]],
    (array['{}', '{de:A1}', '{de:A1,de:A2}', '{de:A1,de:A2,de:B1}', '{en:A1,en:A2,de:A1,de:A2,de:B1,de:B2}'])[1 + at / 5 % 5]::text[],
    case at % 11 when 0 then null when 1 then false else true end,
    array['any', '2', '22', '222', '2221'],
    array_fill(int4multirange(int4range(24000, 24000 + 6 * (at / 25 % 10))), array[5]),
    case at / 7 % 3 when 0 then '{any,2,22,222,2221,2221:DE}' else '{}' end::text[]
  from generate_series(1, ${profiles}) at`;

/** Stores so many of them in an empty table. */
export async function fillProfiles(pool: Connection['pool'], profiles: number): Promise<void> {
  await pool.query(fill(profiles));
  await pool.query('vacuum analyze profile_facts');
}
