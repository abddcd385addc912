import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/**
 * Lists every package that is shipped, with its version and licence, into docs/licences.csv; with `--check` says where that differs, or where
 * a licence is none of those that go with ours.
 */

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), dev: z.boolean().optional(), license: z.string().optional() }),
  ),
});

/** Permissive, or weak copyleft that asks nothing of whoever only uses it. */
const GOOD =
  /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|PostgreSQL|Python-2\.0|EUPL-1\.2)$/;

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const { packages } = Lock.parse(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')));
const rows = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, { version = '', license = 'not stated' }]) => ({ name: nameOf(path), version, license }));
const lines = [...new Set(rows.map(({ name, version, license }) => `${name},${version},"${license}"`))].sort();
const text = `package,version,licence\n${lines.join('\n')}\n`;

const isGood = (license: string) =>
  license
    .replace(/[()]/g, '')
    .split(/ OR | AND /)
    .some((one) => GOOD.test(one));
const bad = rows.filter(({ license }) => !isGood(license));
for (const { name, version, license } of bad) process.stderr.write(`${name} ${version}: ${license}\n`);

if (process.argv.includes('--check')) {
  if (text !== readFileSync(at('docs/licences.csv'), 'utf8'))
    process.stderr.write('docs/licences.csv is not what package-lock.json says. Run: npm run licences\n');
  else if (bad.length === 0) process.exit(0);
  process.exit(1);
}
writeFileSync(at('docs/licences.csv'), text);
