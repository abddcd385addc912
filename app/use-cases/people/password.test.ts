import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { COST, keepPasswords } from './password.ts';
import { takeTurns } from './turns.ts';

const PASSWORD = 'the way back home';
const passwords = keepPasswords();

async function hashed(password: string): Promise<string> {
  const made = await passwords.hash(password);
  if (!made.ok) throw new Error(made.problem);
  return made.hash;
}

describe('a password', () => {
  it('is kept as an argon2id hash with the parameters of OWASP, and a salt of its own', async () => {
    const [one, other] = [await hashed(PASSWORD), await hashed(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(other).not.toBe(one);
  });

  it('is right, or wrong', async () => {
    const stored = await hashed(PASSWORD);
    expect(await passwords.check(PASSWORD, stored)).toEqual({ is: 'right' });
    expect(await passwords.check(`${PASSWORD} `, stored)).toEqual({ is: 'wrong' });
    expect(await passwords.check('x'.repeat(100_000), stored)).toEqual({ is: 'wrong' });
  });

  it('is right however a keyboard writes its letters', async () => {
    expect(await passwords.check('Cafe\u0301 au soleil', await hashed('Ｃaf\u00e9 au soleil'))).toEqual({
      is: 'right',
    });
  });

  it('of nobody is wrong, after as much work', async () => {
    let works = 0;
    const counted = keepPasswords((work) => {
      works++;
      return work();
    });
    expect(await counted.check(PASSWORD, undefined)).toEqual({ is: 'wrong' });
    expect(works).toBe(1);
  });

  it('that was hashed with less is hashed anew when it is right, and only then', async () => {
    const weak = await hash(PASSWORD, { ...COST, memoryCost: 8_192 });
    expect(await passwords.check('another one', weak)).toEqual({ is: 'wrong' });
    const checked = await passwords.check(PASSWORD, weak);
    if (checked.is !== 'right' || checked.fresh === undefined) throw new Error('it was not hashed anew');
    expect(checked.fresh).toContain('m=19456,t=2,p=1');
    expect(await passwords.check(PASSWORD, checked.fresh)).toEqual({ is: 'right' });
  });

  it('is refused with a word, not an error, where too many come at once', async () => {
    const crowded = keepPasswords(takeTurns({ atOnce: 1, waiting: 1, patienceMs: 2 ** 31 - 1 }));
    const outcomes = await Promise.all([
      crowded.hash(PASSWORD),
      crowded.check(PASSWORD, undefined),
      crowded.check(PASSWORD, undefined),
      crowded.hash(PASSWORD),
    ]);
    expect(outcomes).toEqual([
      expect.objectContaining({ ok: true }),
      { is: 'wrong' },
      { is: 'busy' },
      { ok: false, problem: 'busy' },
    ]);
  });
});
