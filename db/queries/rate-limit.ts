import { sql } from 'kysely';
import type { Db } from '../client.server.ts';

export async function deleteExpiredRateLimits(db: Db): Promise<void> {
  await db.deleteFrom('rate_limit').where('expire', '<=', sql<number>`extract(epoch from now()) * 1000`).execute();
}
