/** A process of its own that holds the cluster of a folder as a server would, until it is told to stop or is killed. */
import { openCluster } from '../../db/embedded/cluster.ts';

const [folder = ''] = process.argv.slice(2);

openCluster(folder, 'server').then(
  (cluster) => {
    process.stdout.write(`${cluster.url}\n`);
    process.once('SIGTERM', () => void cluster.leave().then(() => process.exit(0)));
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
