import { sql } from 'kysely';
import type { Role } from '../../app/domain/people/who.ts';
import type { Reader, Writer } from '../client.server.ts';

/** `id`: of the role. */
export type OfficerRow = {
  id: string;
  account: string;
  role: Role;
  state: string | null;
  grantedAt: Date;
  /** The language in which they are written to. */
  locale: string;
  emails: string[];
  sessions: number;
};

/** The officers of an office, or, of null, the administrators; to administrators alone. */
export async function listOfficers(db: Reader, office: string | null): Promise<OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select id, account, role, state, granted_at as "grantedAt", locale, emails, sessions
    from officers_of(${office}) order by granted_at, id`.execute(db);
  return rows;
}

export type OfficeRow = { id: string; name: string; country: string; officers: number };

/** The ministries' offices, by country and name, with how many act in each. */
export const listOffices = (db: Reader): Promise<OfficeRow[]> =>
  db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name', 'o.country'])
    .select(
      sql<number>`(select count(*)::integer from account_role r where r.organisation = o.id and r.ended_at is null)`.as(
        'officers',
      ),
    )
    .where('o.kind', '=', 'ministry')
    .orderBy('o.country')
    .orderBy('o.name')
    .execute();

/** Signs somebody who acts for others out everywhere. */
export async function endSessionsOf(trx: Writer, account: string): Promise<void> {
  await sql`select end_sessions_of(${account})`.execute(trx);
}
