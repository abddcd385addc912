import { parseArgs } from 'node:util';
import { startProgress } from '../../app/cli/progress.ts';
import { withLivingDatabase } from '../support/living-database.ts';
import { proveAlerts } from './alerts.ts';
import { proveMatching } from './matching.ts';
import { proveQuota } from './quota.ts';
import { proveRules } from './rules.ts';

/** What a proof is told: its counts, and `step`, which says how far it has come. */
type Counts = Record<string, number>;
type Trial<C extends Counts> = C & { step(done: number): void };
type Proof<C extends Counts> = { counts: C; steps(counts: C): number; prove(trial: Trial<C>): Promise<string> };

/** Each of its counts may be told otherwise on the command line. */
const proof = <C extends Counts>({ counts, steps, prove }: Proof<C>) => ({
  counts: Object.keys(counts),
  async run(name: string, told: Counts): Promise<void> {
    const wanted = { ...counts, ...told };
    const options = Object.entries(wanted).map(([option, count]) => `--${option} ${count}`);
    say(`${name}: ${options.join(' ')}`);
    const progress = startProgress(steps(wanted), name, say);
    const began = performance.now();
    const proven = await prove({ ...wanted, step: progress.add });
    progress.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`${name}: ${proven} (${options.join(' ')}, ${seconds} s)\n`);
  },
});

/** Far more cases than a test run has time for: `npm run proof -- rules`, or `-- rules --pairs 50000 --seed 7`. */
const PROOFS: Record<string, ReturnType<typeof proof>> = {
  rules: proof({
    counts: { pairs: 1_000_000, seed: Math.floor(Math.random() * 1e9) },
    steps: ({ pairs }) => pairs,
    prove: proveRules,
  }),
  matching: proof({
    counts: { pairs: 100_000, seed: Math.floor(Math.random() * 1e9) },
    steps: ({ pairs }) => pairs,
    prove: proveMatching,
  }),
  alerts: proof({
    counts: { kills: 100 },
    steps: ({ kills }) => kills,
    prove: (trial) => withLivingDatabase((database) => proveAlerts(database, trial)),
  }),
  quota: proof({
    counts: { clients: 64, rounds: 20, kills: 100 },
    steps: ({ rounds, kills }) => rounds + 2 * kills,
    prove: proveQuota,
  }),
};

const say = (line: string) => void process.stderr.write(`${line}\n`);

const countNames = new Set(Object.values(PROOFS).flatMap(({ counts }) => counts));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries([...countNames].map((name) => [name, { type: 'string' }] as const)),
});
const chosen = Object.entries(PROOFS).filter(([name]) => positionals.length === 0 || positionals.includes(name));
const isUnknown = positionals.some((name) => !Object.hasOwn(PROOFS, name));
const isWrong = ([option, value]: [string, unknown]) =>
  !/^\d{1,9}$/.test(String(value)) || !chosen.some(([, { counts }]) => counts.includes(option));
if (isUnknown || Object.entries(values).some(isWrong)) {
  say('Usage, each N a whole number:');
  for (const [name, { counts }] of Object.entries(PROOFS))
    say(`  npm run proof -- ${[name, ...counts.map((count) => `[--${count} N]`)].join(' ')}`);
  process.exit(2);
}

for (const [name, { counts, run }] of chosen) {
  const told = Object.entries(values).filter(([option]) => counts.includes(option));
  await run(name, Object.fromEntries(told.map(([option, value]) => [option, Number(value)])));
}
