import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

/** Runs every test runner one after the other and ends with one line summed over them; fails with any failure, or with no test at all. */

/** `failures` are named again at the end, where they are not scrolled away. */
type Counts = { passed: number; failed: number; skipped: number; failures?: readonly string[] };

const run = (command: string, args: readonly string[], env: Record<string, string>) =>
  new Promise<number>((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});
const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const folder = mkdtempSync(path.join(tmpdir(), 'fairway-test-'));

function countsOf<T>(file: string, schema: z.ZodType<T>, count: (report: T) => Counts): Counts {
  try {
    return count(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // a runner that left no report did not run
  }
}

/** What a failed test said, as much of it as one reads. */
const told = (messages: readonly string[] | null | undefined) => (messages ?? []).join('\n').slice(0, 1_000);

/** The tests that failed, each with its file and what it said; a file that could not be run with what it said. */
const failuresOf = ({ testResults }: z.infer<typeof Vitest>): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(process.cwd(), name);
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${message.slice(0, 500)}`];
    return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${told(failureMessages)}`);
  });

async function vitest(): Promise<Counts> {
  const report = path.join(folder, 'vitest.json');
  await run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {});
  return countsOf(report, Vitest, (tests) => ({
    passed: tests.numPassedTests,
    failed: Math.max(tests.numFailedTests, tests.numFailedTestSuites > 0 ? 1 : 0),
    skipped: tests.numPendingTests + tests.numTodoTests,
    failures: failuresOf(tests),
  }));
}

async function playwright(): Promise<Counts> {
  const report = path.join(folder, 'playwright.json');
  await run('npx', ['playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return countsOf(report, Playwright, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/** A step without tests of its own: it holds or it does not. */
async function step(command: string, args: readonly string[]): Promise<Counts> {
  const ok = (await run(command, args, {})) === 0;
  return { passed: 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [`${command} ${args.join(' ')}`] };
}

const all: Counts[] = [await step('npm', ['run', '--silent', 'build']), await vitest(), await playwright()];
const sum = (key: 'passed' | 'failed' | 'skipped') => all.reduce((total, counts) => total + counts[key], 0);
const [passed, failed] = [sum('passed'), sum('failed')];
for (const failure of all.flatMap(({ failures = [] }) => failures)) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
