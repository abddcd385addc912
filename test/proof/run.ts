import { parseArgs } from 'node:util';
import { startProgress } from '../../app/cli/progress.ts';
import { proveRules } from './rules.ts';

/** What a proof is told: `step` says how far it has come. */
export type Trial = { pairs: number; seed: number; step(pairs: number): void };

/** Far more cases than a test run has time for: `npm run proof -- rules`, or `-- rules --pairs 50000 --seed 7`. */
const PROOFS: Record<string, { pairs: number; prove(trial: Trial): Promise<string> }> = {
  rules: { pairs: 1_000_000, prove: proveRules },
};

const say = (line: string) => void process.stderr.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, pairs: { type: 'string' } },
});
const isCount = (text: string | undefined) => text === undefined || /^\d{1,9}$/.test(text);
const unknown = positionals.filter((name) => !Object.hasOwn(PROOFS, name));
if (unknown.length > 0 || !isCount(values.seed) || !isCount(values.pairs)) {
  say(`Usage: npm run proof -- [${Object.keys(PROOFS).join(' ')}] [--seed N] [--pairs N], both whole numbers`);
  process.exit(2);
}

const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
for (const [name, { pairs: most, prove }] of Object.entries(PROOFS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const pairs = Number(values.pairs ?? most);
  say(`${name}: ${pairs} pairs, --seed ${seed}`);
  const progress = startProgress(pairs, name, say);
  const began = performance.now();
  const proven = await prove({ pairs, seed, step: progress.add });
  progress.stop();
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${name}: ${proven} (--seed ${seed}, ${seconds} s)\n`);
}
