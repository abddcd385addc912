import { sql } from 'kysely';
import type { PersonRule, Profile } from '../../app/domain/documents/index.ts';
import { ask } from '../../app/domain/rule/ask.ts';
import { compile } from '../../app/domain/rule/compile.ts';
import type { Finding } from '../../app/domain/rule/finding.ts';
import { Person } from '../../app/domain/rule/person.ts';
import type { Db } from '../../db/client.server.ts';
import { factsOf } from '../../db/facts-of.ts';
import { insertProfileFacts } from '../../db/queries/profile-facts.ts';
import type { Asking } from '../../db/rule-sql/asking.ts';
import type { SqlFinding } from '../../db/rule-sql/comparison.ts';

/** The id of the profile at a place, in the order of places. */
const idAt = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** Stores what rules ask of these profiles, instead of whatever was stored. */
export async function storePeople(db: Db, profiles: readonly Profile[]): Promise<void> {
  await db.deleteFrom('profile_facts').execute();
  await insertProfileFacts(
    db,
    profiles.map((profile, at) => ({ profile: idAt(at), ...factsOf(profile) })),
  );
}

const named = (met: boolean | null): Finding => (met === null ? 'unknown' : met ? 'met' : 'unmet');

/** What an expression comes to for everybody stored, in the order of storing. */
export async function findingsInSql(db: Db, finding: SqlFinding): Promise<Finding[]> {
  const { rows } = await sql<{ met: boolean | null }>`
    select ${finding} as met from profile_facts order by profile`.execute(db);
  return rows.map(({ met }) => named(met));
}

/** What a rule comes to for each of the profiles, as the domain has it. */
export function findingsInDomain(rule: PersonRule, profiles: readonly Profile[], { on, ...scope }: Asking): Finding[] {
  const { decide } = compile(rule, (criterion) => ask(criterion, scope).finding);
  return profiles.map((profile) => decide(new Person(profile, on)));
}
