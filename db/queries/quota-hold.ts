import { sql } from 'kysely';
import type { Writer } from '../client.server.ts';
import type { Hand, Named, PlaceOf, Sealed } from './quota-ledger.ts';

type By = { hand: Hand; audit: Sealed };

/** Places to be held for a vacancy in the name of an office, and the day on which the quota has to be in force. */
export type HoldAsked = {
  office: string;
  request: { places: number; reference: string; vacancy: string };
  stands: PlaceOf;
  day: string;
};

/** Takes places of one quota and of all above it for vacancies, in one statement; whoever asks has locked them and seen that they are there. */
export async function holdAll(trx: Writer, quota: string, asked: readonly HoldAsked[], { hand, audit }: By) {
  const rows = JSON.stringify(
    asked.map(({ office, request, stands, day }) => ({ office, request, stands, on_day: day })),
  );
  const { rows: answers } = await sql<{ answer: { outcome: 'held' | 'missing' | 'outside' | 'full' } }>`
    select hold_places(${quota}, ${rows}::jsonb, ${hand.office}, ${hand.who}, ${audit.chain}, ${audit.body}) as answer`.execute(
    trx,
  );
  const outcome = answers[0]?.answer.outcome;
  if (outcome !== 'held') throw new Error(`a locked quota with places answered ${outcome}`);
}

/** Gives back what vacancies hold of one quota, in one statement. */
export async function releaseAll(
  trx: Writer,
  quota: string,
  holds: readonly Omit<Named, 'quota'>[],
  { why, hand, audit }: By & { why: string },
): Promise<void> {
  const named = JSON.stringify(holds.map(({ office, reference }) => ({ office, reference })));
  await sql`
    select release_holds(
      ${quota}, ${named}::jsonb, ${hand.office}, ${hand.who}, ${why}, ${audit.chain}, ${audit.body}
    )`.execute(trx);
}

/** Says that some of the places of a hold were taken up: they become an allocation under a reference of their own. */
export async function takeUpPart(
  trx: Writer,
  { quota, office, reference }: Named,
  { as, places, why, hand, audit }: By & { as: string; places: number; why: string },
): Promise<void> {
  await sql`
    select take_up_part(
      ${quota}, ${office}, ${reference}, ${as}, ${places}, ${hand.office}, ${hand.who}, ${why}, ${audit.chain}, ${audit.body}
    )`.execute(trx);
}
