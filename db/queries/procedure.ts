import type { Procedure } from '../../app/domain/documents/index.ts';
import type { Reader } from '../client.server.ts';
import { type Edition, listEditions } from './edition.ts';

/** The procedures of an origin state on a day. There are few: they are chosen here and not in SQL. */
export async function listProceduresOf(db: Reader, origin: string, on: string): Promise<Edition<Procedure>[]> {
  const all = await listEditions(db, 'procedure', on);
  return all.filter(({ document }) => document.origin === origin);
}

/** Origin states with a procedure, ISO 3166-1 alpha-2, in order. */
export async function listOrigins(db: Reader, on: string): Promise<string[]> {
  const all = await listEditions(db, 'procedure', on);
  return [...new Set(all.map(({ document }) => document.origin))].sort();
}
