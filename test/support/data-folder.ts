import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The PostgreSQLs that could not live in a folder, or in one right below it, and are linked from there. */
async function linkedFrom(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const clusters = [folder, ...below].map((one) => realpath(path.join(one, 'postgres')).catch(() => undefined));
  return (await Promise.all(clusters)).filter((one) => one !== undefined);
}

/** Removes a folder with data of this program, wherever its parts came to live. */
export async function removeData(folder: string): Promise<void> {
  for (const place of [...(await linkedFrom(folder)), folder]) await rm(place, { recursive: true, force: true });
}

/** A data folder for as long as `work` takes. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairway-own-'));
  try {
    return await work(folder);
  } finally {
    await removeData(folder);
  }
}
