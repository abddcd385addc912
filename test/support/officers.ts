import { randomUUID } from 'node:crypto';
import type { Role, Who } from '../../app/domain/people/who.ts';
import { type Officer, officerOf } from '../../app/use-cases/publishing/officer.ts';
import type { Db } from '../../db/client.server.ts';
import { insertOffice } from '../../db/queries/organisation.ts';

/** An officer of the labour ministry of a state, or of another office of it. */
export async function anOfficer(
  db: Db,
  state: string,
  { role = 'destination-ministry', office = `ministry-${state.toLowerCase()}` }: { role?: Role; office?: string } = {},
): Promise<Officer> {
  await db.transaction().execute((trx) => insertOffice(trx, { id: office, name: `Office ${office}`, country: state }));
  const officer = officerOf({ kind: 'account', account: randomUUID(), role, state, organisation: office });
  if (!officer) throw new Error(`${role} is no officer`);
  return officer;
}

/** Everybody who is no officer of the labour ministry of DE, the account of one in another role and its token among them. */
export const noOfficers = (account: string): Who[] => [
  { kind: 'visitor' },
  { kind: 'account', account, role: 'worker' },
  { kind: 'account', account, role: 'administrator' },
  { kind: 'token', token: account, role: 'destination-ministry', state: 'DE', organisation: 'ministry-de' },
];
