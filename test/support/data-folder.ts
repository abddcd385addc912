import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data folder for as long as `work` takes. A PostgreSQL that could not live in it is linked from it, and goes as well. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairway-own-'));
  try {
    return await work(folder);
  } finally {
    const cluster = await realpath(path.join(folder, 'postgres')).catch(() => folder);
    for (const place of [cluster, folder]) await rm(place, { recursive: true, force: true });
  }
}
