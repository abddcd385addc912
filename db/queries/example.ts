import { type SqlBool, sql } from 'kysely';
import type { Profile } from '../../app/domain/documents/index.ts';
import type { Reader, Writer } from '../client.server.ts';
import { factsOf } from '../facts-of.ts';
import { insertProfileFacts } from './profile-facts.ts';

/** Whether anybody has an account who was not made up. */
export async function hasRealAccounts(db: Reader): Promise<boolean> {
  const found = await db.selectFrom('account').select('id').where('example', '=', false).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Those of these vacancies that were ever recorded. */
export async function recordedAmong(db: Reader, vacancies: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('vacancy')
    .select('id')
    .where(sql<SqlBool>`id = any(${[...vacancies]})`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const REGISTER = 'Example register';

/** Registers employers that were made up, those that are not there yet. */
export async function insertExampleEmployers(
  trx: Writer,
  employers: readonly { id: string; name: string; country: string }[],
): Promise<void> {
  if (employers.length === 0) return;
  await trx
    .insertInto('organisation')
    .values(
      employers.map((employer) => ({
        ...({ ...employer, kind: 'employer', register: REGISTER } as const),
        register_number: employer.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Somebody made up: the account, by which address, and what they tell. */
export type ExamplePerson = { id: string; auditKey: string; email: string; locale: string; profile: Profile };

/** Makes the accounts of people who were made up and agreed to be found, those that are not there yet; how many. */
export async function insertExamplePeople(trx: Writer, people: readonly ExamplePerson[]): Promise<number> {
  const made = await trx
    .insertInto('account')
    .values(people.map(({ id, auditKey, locale }) => ({ id, locale, audit_key: auditKey, example: true })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const ids = new Set(made.map(({ id }) => id));
  const fresh = people.filter(({ id }) => ids.has(id));
  if (fresh.length === 0) return 0;
  await trx
    .insertInto('account_address')
    .values(fresh.map(({ id, email }) => ({ kind: 'email' as const, address: email, account: id })))
    .execute();
  await trx
    .insertInto('profile')
    .values(fresh.map(({ id, profile }) => ({ account: id, body: JSON.stringify(profile) })))
    .execute();
  await trx
    .insertInto('consent')
    .values(fresh.map(({ id }) => ({ account: id, purpose: 'found-by-employers' as const, state: null })))
    .execute();
  await insertProfileFacts(
    trx,
    fresh.map(({ id, profile }) => ({ ...factsOf(profile), profile: id })),
  );
  return fresh.length;
}
