import pino from 'pino';
import { connect } from '../../db/client.server.ts';
import { startWorker } from '../../search/worker.server.ts';

/** A job runner whose job never ends, to be killed; it says when it runs that job. */
const [databaseUrl = ''] = process.argv.slice(2);
const connection = connect(databaseUrl, () => undefined, { max: 6 });
const stuck = () => {
  process.stdout.write('ready\n');
  return new Promise<void>(() => undefined);
};
await startWorker({ connection, tasks: { stuck }, log: pino({ level: 'silent' }), lookEveryMs: 50 });
