import type { TaskList } from 'graphile-worker';
import type { Db } from '../../db/client.server.ts';
import { deleteEndedSessions } from '../../db/queries/account-session.ts';
import { deleteOldInvitations } from '../../db/queries/invitation.ts';
import { deleteExpiredRateLimits } from '../../db/queries/rate-limit.ts';
import { deleteUnrequired } from '../../db/queries/requirement.ts';
import { deleteExpiredSavedChecks } from '../../db/queries/saved-check.ts';
import { deleteExpiredSessions } from '../../db/queries/session.ts';
import { deleteExpiredAttempts } from '../../db/queries/sign-in-attempt.ts';
import { deleteExpiredChallenges } from '../../db/queries/sign-in-challenge.ts';
import { forgetChanges } from '../../db/queries/table-change.ts';
import { deleteOldUploads } from '../../db/queries/vacancy-upload.ts';

/** Deletes what was to be kept only for a while, and is over. */
export async function forgetExpired(db: Db): Promise<void> {
  await deleteExpiredSessions(db);
  await deleteExpiredSavedChecks(db);
  await deleteEndedSessions(db);
  await deleteExpiredAttempts(db);
  await deleteExpiredChallenges(db);
  await deleteExpiredRateLimits(db);
  await deleteOldInvitations(db);
  await deleteUnrequired(db, 1_000);
  await deleteOldUploads(db, { days: 30, hours: 6 });
  await forgetChanges(db, 1_000);
}

/** The job that does so, for the job runner. */
export const upkeep = (db: Db): TaskList => ({ 'forget-expired': () => forgetExpired(db) });
