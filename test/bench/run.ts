import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { run as explanation } from './explanation.ts';
import { run as fairness } from './fairness.ts';
import { run as listQuery } from './list-query.ts';
import { run as logins } from './logins.ts';
import { run as matching } from './matching.ts';
import type { Row } from './measure.ts';
import { run as memory } from './memory.ts';
import { run as occupations } from './occupations.ts';
import { run as page } from './page.ts';
import { run as quota } from './quota.ts';
import { run as ruleSql } from './rule-sql.ts';
import { run as rules } from './rules.ts';
import { run as searchFallback } from './search-fallback.ts';
import { run as searchMeilisearch } from './search-meilisearch.ts';
import { run as searchPostgres } from './search-postgres.ts';
import { run as vacancies } from './vacancies.ts';

/** Sizes, and the folders of data that is not ours to keep, read where it lies. */
type Options = { profiles?: number; vacancies?: number; 'plant-bias'?: boolean; melo?: string; esco?: string };

/**
 * Measures and prints, never asserts times: `npm run bench`, or `npm run bench -- page memory`, or `-- matching --profiles 50000`, or
 * `-- occupations --melo DIR --esco DIR`.
 */
const BENCHMARKS: Record<string, (options: Options) => Promise<Row[]>> = {
  rules,
  explanation,
  'rule-sql': ruleSql,
  'list-query': listQuery,
  page,
  logins,
  memory,
  quota,
  matching,
  fairness,
  vacancies,
  'search-meilisearch': searchMeilisearch,
  'search-postgres': searchPostgres,
  'search-fallback': searchFallback,
  occupations,
};

const print = (line: string) => void process.stdout.write(`${line}\n`);

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    ...({ profiles: { type: 'string' }, vacancies: { type: 'string' }, 'plant-bias': { type: 'boolean' } } as const),
    ...({ melo: { type: 'string' }, esco: { type: 'string' } } as const),
  },
});
const isWrong = (count: string | undefined) => count !== undefined && !/^[1-9]\d{0,8}$/.test(count);
if (isWrong(values.profiles) || isWrong(values.vacancies)) {
  process.stderr.write('--profiles and --vacancies take a whole number.\n');
  process.exit(2);
}
const options: Options = {
  ...(values.profiles !== undefined && { profiles: Number(values.profiles) }),
  ...(values.vacancies !== undefined && { vacancies: Number(values.vacancies) }),
  'plant-bias': values['plant-bias'] ?? false,
  ...(values.melo !== undefined && { melo: values.melo }),
  ...(values.esco !== undefined && { esco: values.esco }),
};
const unknown = named.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  process.stderr.write(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}\n`);
  process.exit(2);
}

const digits = ({ value, unit }: Row) => (unit === 'MRR' ? 3 : value < 100 ? 2 : 0);
const figure = (row: Row) => `${row.value.toFixed(digits(row))}${row.unit === 'times' ? '' : ` ${row.unit}`}`;

const gib = Math.round(totalmem() / 2 ** 30);
print(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gib} GiB, Node ${process.version}\n`,
);
print('| what | figure | goal |\n|---|---|---|');
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const row of await run(options)) {
    print(`| ${row.what} | ${figure(row)} | ${row.goal ?? ''} |`);
    if (row.isFailed) process.exitCode = 1;
  }
}
