import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs one of the programs that `npm run build` made: `node start.js cli doctor`. Read from their many sources they start three times as slowly. */

const SOURCES = ['app', 'db', 'search', 'server.ts', 'worker.ts', 'cli.ts'];
const here = import.meta.dirname;
const [program] = process.argv.splice(2, 1);
const built = path.join(here, `build/programs/${program}.js`);

const isSource = (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);

/** Every file of a part of the sources. */
function filesOf(part) {
  const at = path.join(here, part);
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [at];
  return readdirSync(at, { recursive: true })
    .filter(isSource)
    .map((file) => path.join(at, file));
}

if (existsSync(built)) {
  const madeAt = statSync(built).mtimeMs;
  if (SOURCES.flatMap(filesOf).some((file) => statSync(file).mtimeMs > madeAt))
    process.stderr.write('This runs what was built before the sources changed. To build them anew: npm run build\n');
  await import(pathToFileURL(built).href);
} else {
  process.stderr.write('Fairway is not built. Run: npm run build\n');
  process.exitCode = 1;
}
