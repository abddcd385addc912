import pino from 'pino';
import { openSender } from '../../app/server/message/sender.server.ts';
import { matching } from '../../app/use-cases/alert/match-alerts.ts';
import { alerting, makeAlerts, resumeAlerts } from '../../app/use-cases/alert/send-alerts.ts';
import { connect } from '../../db/client.server.ts';
import { startWorker } from '../../search/worker.server.ts';

/** The job runner of the alerts by itself, to be killed: database, mail server. What the minute does, it does several times a second. */
const [databaseUrl = '', mailUrl = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const connection = connect(databaseUrl, () => undefined, { max: 6 });
const sender = openSender(
  { smtp: { url: mailUrl, from: 'Fairway <alerts@fairway.example>' }, shown: false },
  () => undefined,
);
const doors = { db: connection.db, sender, secret: 's'.repeat(32), publicUrl: 'https://fairway.example', log };
await startWorker({ connection, tasks: { ...alerting(doors), ...matching(doors.db) }, log });
process.stdout.write('ready\n');
for (;;) {
  await makeAlerts(doors.db).catch(() => undefined);
  await resumeAlerts(doors.db, 1).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
}
