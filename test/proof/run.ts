import { parseArgs } from 'node:util';
import { startProgress } from '../../app/cli/progress.ts';
import { proveQuota } from './quota.ts';
import { proveRules } from './rules.ts';

/** What a proof is told beside how much of what it is to try: `step` says how far it has come. */
type Steps = { seed: number; step(done: number): void };
export type Trial = Steps & { pairs: number };

type Counts = Record<string, number>;
type Proof<C extends Counts> = { counts: C; steps(counts: C): number; prove(trial: C & Steps): Promise<string> };

/** A proof with its own counts, each of which may be told otherwise on the command line. */
const proof = <C extends Counts>({ counts, steps, prove }: Proof<C>) => ({
  counts: Object.keys(counts),
  async run(name: string, told: Counts, seed: number): Promise<void> {
    const wanted = { ...counts, ...told };
    const amounts = Object.entries(wanted).map(([what, amount]) => `${amount} ${what}`);
    say(`${name}: ${amounts.join(', ')}, --seed ${seed}`);
    const progress = startProgress(steps(wanted), name, say);
    const began = performance.now();
    const proven = await prove({ ...wanted, seed, step: progress.add });
    progress.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`${name}: ${proven} (--seed ${seed}, ${seconds} s)\n`);
  },
});

/** Far more cases than a test run has time for: `npm run proof -- rules`, or `-- rules --pairs 50000 --seed 7`. */
const PROOFS: Record<string, ReturnType<typeof proof>> = {
  rules: proof({ counts: { pairs: 1_000_000 }, steps: ({ pairs }) => pairs, prove: proveRules }),
  quota: proof({
    counts: { clients: 64, rounds: 20, kills: 100 },
    steps: ({ rounds, kills }) => rounds + 2 * kills,
    prove: proveQuota,
  }),
};

const say = (line: string) => void process.stderr.write(`${line}\n`);

const named = (positionals: readonly string[]) =>
  Object.entries(PROOFS).filter(([name]) => positionals.length === 0 || positionals.includes(name));

const countNames = [...new Set(Object.values(PROOFS).flatMap(({ counts }) => counts))];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['seed', ...countNames].map((name) => [name, { type: 'string' }] as const)),
});
const isCount = (text: unknown) => typeof text === 'string' && /^\d{1,9}$/.test(text);
const mayTell = new Set(['seed', ...named(positionals).flatMap(([, { counts }]) => counts)]);
const isUnknown = positionals.some((name) => !Object.hasOwn(PROOFS, name));
if (isUnknown || Object.entries(values).some(([name, value]) => !mayTell.has(name) || !isCount(value))) {
  const usages = Object.entries(PROOFS).map(([name, { counts }]) => [name, ...counts.map((one) => `[--${one} N]`)]);
  say('Usage, each N a whole number:');
  for (const usage of usages) say(`  npm run proof -- ${usage.join(' ')} [--seed N]`);
  process.exit(2);
}

const { seed = Math.floor(Math.random() * 1e9), ...told } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
);
for (const [name, { counts, run }] of named(positionals)) {
  const own = Object.fromEntries(Object.entries(told).filter(([what]) => counts.includes(what)));
  await run(name, own, seed);
}
