import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { openCluster } from '../../db/embedded/cluster.ts';
import { removeData } from './data-folder.ts';
import { makeTemplates } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A connection string to the run's own PostgreSQL; each test file makes its own database there. */
    clusterUrl: string;
  }
}

/** The programs as they are now, and one real PostgreSQL for the whole run, in a folder of its own; gone with the run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)('npm', ['run', '--silent', 'build:programs']);
  const folder = await mkdtemp(path.join(tmpdir(), 'fairway-test-'));
  const cluster = await openCluster(folder, 'server');
  await makeTemplates(cluster.url);
  provide('clusterUrl', cluster.url);
  return async () => {
    await cluster.leave();
    await removeData(folder);
  };
}
