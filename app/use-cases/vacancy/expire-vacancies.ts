import type { TaskList } from 'graphile-worker';
import type { Db } from '../../../db/client.server.ts';
import { listExpired } from '../../../db/queries/vacancy.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { today } from '../today.ts';
import { expire } from './move-vacancy.ts';

const BATCH = 500;

/** Closes the vacancies that could be applied for until yesterday, each by itself: their places go back. How many. */
export async function expireVacancies(db: Db, on: string): Promise<number> {
  let closed = 0;
  for (let due = await listExpired(db, on, BATCH); due.length > 0; due = await listExpired(db, on, BATCH)) {
    for (const { id } of due) closed += (await expire(db, SYSTEM, id)).ok ? 1 : 0;
    if (due.length < BATCH) break;
  }
  return closed;
}

/** The job, for the job runner. */
export const expiringVacancies = (db: Db): TaskList => ({
  'expire-vacancies': async () => void (await expireVacancies(db, today())),
});
