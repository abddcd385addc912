import type { Reader } from '../client.server.ts';

/** The identity of this database: an index that carries another is not its copy. */
export async function getInstallationId(db: Reader): Promise<string> {
  const { id } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow();
  return id;
}
