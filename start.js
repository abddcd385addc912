import { existsSync } from 'node:fs';

/** Runs one of the programs that `npm run build` made: `node start.js cli doctor`. Read from their many sources they start three times as slowly. */
const [program] = process.argv.splice(2, 1);
const built = new URL(`build/programs/${program}.js`, import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('Fairway is not built. Run: npm run build\n');
  process.exitCode = 1;
}
