import { availableParallelism } from 'node:os';
import { hash, hashSync, parseOptions, verify } from '@node-rs/argon2';
import { isOfPasswordLength, normalPassword } from '../../domain/people/password.ts';
import { newSecret } from '../secret.ts';
import { type Busy, type TakeTurn, takeTurns } from './turns.ts';

/** argon2id, the library's own choice, as OWASP's Password Storage Cheat Sheet asks for; memory in KiB. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One processor is left to the pages, and one of the four threads on which Node.js also reads files and finds hosts. */
const AT_ONCE = Math.min(3, Math.max(1, availableParallelism() - 1));
/** A refusal is a page to draw: whoever can be served within ten seconds waits instead. */
const TURNS = { atOnce: AT_ONCE, waiting: 200, patienceMs: 10_000 };

/** `fresh`: what is to be stored instead, as the hash was made when less was asked for. */
export type Checked = { is: 'right'; fresh?: string } | { is: 'wrong' } | { is: Busy };

/** Makes and checks hashes of passwords, never so many at once that pages have to wait. */
export type Passwords = {
  hash(password: string): Promise<{ ok: true; hash: string } | { ok: false; problem: Busy }>;
  /** An account without a password, or none, costs as much as any: `stored` is undefined then. */
  check(typed: string, stored: string | undefined): Promise<Checked>;
};

const isWeaker = (stored: string): boolean => {
  const made = parseOptions(stored);
  return made.memoryCost < COST.memoryCost || made.timeCost < COST.timeCost;
};

export function keepPasswords(turn: TakeTurn = takeTurns(TURNS)): Passwords {
  const nobodys = hashSync(newSecret(), COST);

  const check = async (password: string, stored: string | undefined): Promise<Checked> => {
    if (!(await verify(stored ?? nobodys, password)) || stored === undefined) return { is: 'wrong' };
    return isWeaker(stored) ? { is: 'right', fresh: await hash(password, COST) } : { is: 'right' };
  };

  return {
    hash: async (password) => {
      const made = await turn(() => hash(normalPassword(password), COST));
      return made === 'busy' ? { ok: false, problem: made } : { ok: true, hash: made };
    },
    check: async (typed, stored) => {
      const password = normalPassword(typed);
      if (!isOfPasswordLength(password)) return { is: 'wrong' };
      const checked = await turn(() => check(password, stored));
      return checked === 'busy' ? { is: checked } : checked;
    },
  };
}
