/** A job runner of its own that begins to bring the index up to date and never ends, until it is killed. */

import { connect } from '../../db/client.server.ts';
import { startWorker } from '../../search/worker.server.ts';
import { silent } from './silent.ts';

const [url = ''] = process.argv.slice(2);

await startWorker({
  connection: connect(url, () => undefined),
  tasks: {
    'sync-search': () => {
      process.stdout.write('begun\n');
      return new Promise(() => undefined);
    },
  },
  log: silent,
});
