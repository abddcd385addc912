import { randomUUID } from 'node:crypto';
import { type Employer, employerOf } from '../../app/use-cases/vacancy/employer.ts';
import type { Db } from '../../db/client.server.ts';

/** A member of a new organisation of that id. */
export async function anEmployer(db: Db, organisation: string): Promise<Employer> {
  const register = { register: 'Examples', register_number: organisation };
  await db
    .insertInto('organisation')
    .values({ id: organisation, kind: 'employer', name: `Organisation ${organisation}`, country: 'DE', ...register })
    .execute();
  const employer = employerOf({ kind: 'account', account: randomUUID(), role: 'employer', organisation });
  if (!employer) throw new Error('an employer is none');
  return employer;
}
