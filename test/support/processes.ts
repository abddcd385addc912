import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';
import { removeData } from './data-folder.ts';

export type Outcome = { code: number | null; stdout: string; stderr: string };
export type Running = { child: ChildProcess; outcome: Promise<Outcome>; firstLine: Promise<string> };

/** One of the project's own, as it was built for this run, or a script of the tests. */
type Program = 'server' | 'cli' | `test/support/${string}.ts`;

const commandOf = (program: Program): string[] =>
  program === 'server' || program === 'cli'
    ? [path.join(PROJECT_FOLDER, 'start.js'), program]
    : ['--import', 'tsx', path.join(PROJECT_FOLDER, program)];

/** Starts a program by itself, with this environment only where it matters to it. */
export function start(program: Program, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [...commandOf(program), ...args], {
    cwd: PROJECT_FOLDER,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, as a shell gives it
  });
  const heard = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.stderr += text));
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard.stdout += text;
      if (heard.stdout.includes('\n')) resolve(heard.stdout.slice(0, heard.stdout.indexOf('\n')));
    });
    child.once('close', () => reject(new Error(`ended without a word: ${heard.stderr}`)));
  });
  firstLine.catch(() => undefined); // not everyone waits for it
  const outcome = once(child, 'close').then(([code]): Outcome => ({ code, ...heard }));
  return { child, outcome, firstLine };
}

/** Runs a program to its end. */
export const run = (...what: Parameters<typeof start>): Promise<Outcome> => start(...what).outcome;

const folders: string[] = [];

// Registered as the module is read: what a running hook registers comes too late to be run.
afterAll(() => Promise.all(folders.map(removeData)));

/** A folder that is gone when the test file ends. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairway-scratch-'));
  folders.push(folder);
  return folder;
}
