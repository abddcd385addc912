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
export const idAt = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** The place of the profile with an id. */
export const placeOf = (id: string): number => Number(id.slice(-12));

/** Stores what rules ask of these profiles, instead of whatever was stored. */
export async function storePeople(db: Db, profiles: readonly Profile[]): Promise<void> {
  await db.deleteFrom('profile_facts').execute();
  await insertProfileFacts(
    db,
    profiles.map((profile, at) => ({ profile: idAt(at), ...factsOf(profile) })),
  );
}

const named = (met: boolean | null): Finding => (met === null ? 'unknown' : met ? 'met' : 'unmet');

/** What each of the expressions, asked at once, comes to for everybody stored, in the order of storing. */
export async function eachFindingInSql(db: Db, findings: readonly SqlFinding[]): Promise<Finding[][]> {
  if (findings.length === 0) return [];
  const asked = findings.map((finding, at) => sql`${finding} as ${sql.id(`asked_${at}`)}`);
  const { rows } = await sql<{ [asked: string]: boolean | null }>`
    select ${sql.join(asked)} from profile_facts order by profile`.execute(db);
  return findings.map((_, at) => rows.map((row) => named(row[`asked_${at}`] ?? null)));
}

/** What an expression comes to for everybody stored. */
export const findingsInSql = async (db: Db, finding: SqlFinding): Promise<Finding[]> =>
  (await eachFindingInSql(db, [finding])).flat();

/** What a rule comes to for each of the profiles, as the domain has it. */
export function findingsInDomain(rule: PersonRule, profiles: readonly Profile[], { on, ...scope }: Asking): Finding[] {
  const { decide } = compile(rule, (criterion) => ask(criterion, scope).finding);
  return profiles.map((profile) => decide(new Person(profile, on)));
}
