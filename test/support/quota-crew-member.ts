/** A process of its own with some of the clients of a quota: each message is a turn, answered with what they were told. */
import { asApplication, connect } from '../../db/client.server.ts';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';
import { beClient, type Turn } from './quota-clients.ts';
import type { Answer } from './quota-crew.ts';
import { clientOf, keepDesk, openDoor, patient } from './quota-desk.ts';

const [url = '', first = '', seats = ''] = process.argv.slice(2);
const owner = connect(url, () => undefined, { max: 2 });
const web = asApplication(
  connect(url, () => undefined),
  () => undefined,
);

const doors = Array.from({ length: Number(seats) }, (_, seat) =>
  patient(openDoor(web.db, clientOf(Number(first) + seat)), isDatabaseUnavailable),
);

async function take(turn: Turn): Promise<Answer> {
  const work = Promise.all(doors.map((door) => beClient(door, turn)));
  const told = await keepDesk(owner.db, turn.tree, first === '0', work);
  return { told: told.flat() };
}

process.on('message', (turn: Turn) => {
  take(turn).then(
    (answer) => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
