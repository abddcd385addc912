import type { Env } from '../server/env.server.ts';

/** Where a command writes: results to `out`, everything else to `say`. */
export type Voice = { out(line: string): Promise<void>; say(line: string): void };

export type Command = {
  /** As it is typed, after `npm run cli --`. */
  usage: string;
  summary: string;
  /** Resolves to the exit code: 0 done, 1 a problem. Throws UsageError for what was typed wrongly. */
  run(args: string[], env: Env, voice: Voice): Promise<number>;
};

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {}
