/** A process of its own that keeps a Meilisearch running as a server would, until it is told to stop or is killed. */
import { keepMeilisearch } from '../../search/child.server.ts';
import { silent } from './silent.ts';

const [program = '', folder = ''] = process.argv.slice(2);

const kept = keepMeilisearch(program, folder, silent);
await kept.started;
process.once('SIGTERM', () => void kept.close().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
process.stdout.write(`${kept.url()}\n`);
