import type { Reader } from '../client.server.ts';
import type { Corridor } from '../reference/corridor.ts';

/** What is known of the way from one state to another: remittance cost, agreements, portability. */
export async function findCorridor(db: Reader, origin: string, destination: string): Promise<Corridor | undefined> {
  const row = await db
    .selectFrom('corridor')
    .select('body')
    .where('origin', '=', origin)
    .where('destination', '=', destination)
    .executeTakeFirst();
  return row?.body;
}

export type CorridorEnds = { origin?: string; destination?: string };

/** Corridors that begin or end where asked. */
export async function listCorridors(db: Reader, { origin, destination, ...rest }: CorridorEnds): Promise<Corridor[]> {
  rest satisfies Record<string, never>;
  const rows = await db
    .selectFrom('corridor')
    .select('body')
    .$if(origin !== undefined, (query) => query.where('origin', '=', origin ?? ''))
    .$if(destination !== undefined, (query) => query.where('destination', '=', destination ?? ''))
    .orderBy('origin')
    .orderBy('destination')
    .execute();
  return rows.map(({ body }) => body);
}
