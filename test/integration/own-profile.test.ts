import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { declaration, findProfileQuestion, PART_QUESTIONS } from '../../app/domain/check/question.ts';
import { BUTTONS } from '../../app/domain/check/reply.ts';
import { formOf } from '../../app/domain/check/typed/forms.ts';
import { typedIn } from '../../app/domain/check/typed/typed.ts';
import type { Profile } from '../../app/domain/documents/index.ts';
import { verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import { everythingOf } from '../../app/use-cases/people/own-account.ts';
import {
  adoptCheck,
  markOfAnswer,
  markOfProfile,
  ownProfile,
  savePart,
} from '../../app/use-cases/people/own-profile.ts';
import { askForCode, signInByCode } from '../../app/use-cases/people/sign-in.ts';
import type { Connection } from '../../db/client.server.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { toldProfiles } from '../support/told-profiles.ts';
import { aWorker, type Worker } from '../support/workers.ts';

const ON = '2026-11-24';

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
});

/** A worker who told this; without a profile where nothing. */
const somebody = (told?: Omit<Profile, 'type'>) => aWorker(database.db, told);

const questionOf = (id: string) => {
  const question = findProfileQuestion(id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
};

/** Saves one part as a form would that shows the answer as `seen` had it. */
const save = (worker: Worker, id: string, fields: Record<string, string>, seen: Profile) =>
  savePart(web.db, worker, {
    ...{ question: questionOf(id), typed: typedIn(new URLSearchParams(fields)), on: ON },
    seen: markOfAnswer(seen, questionOf(id)),
  });

const profileOf = (worker: Worker) => ownProfile(web.db, worker);

/** What the audit says of an account, the oldest first. */
async function entriesOf({ who }: Worker) {
  const rows = await database.db
    .selectFrom('audit_entry')
    .select(['action', 'object_type', 'body'])
    .where('chain', '=', `account:${who.account}`)
    .orderBy('position')
    .execute();
  return rows.map(({ action, object_type: type, body }) => ({ action, type, body }));
}

const NOTHING: Profile = { type: 'profile' };
const SHA = expect.stringMatching(/^[0-9a-f]{64}$/);

describe('a profile', () => {
  it('is kept part by part, each change in the audit by its name and without what it says', async () => {
    const worker = await somebody();
    expect(await profileOf(worker)).toEqual(NOTHING);
    expect(await save(worker, 'residence', { country: 'QA' }, NOTHING)).toEqual({ ok: true, more: false });
    expect(await save(worker, 'dependants', { count: '2' }, NOTHING)).toEqual({ ok: true, more: false });
    const told = { type: 'profile', residence: 'QA', dependants: 2 } as const;
    expect(await profileOf(worker)).toEqual(told);
    await save(worker, 'dependants', { do: BUTTONS.skip }, told);
    const entries = await entriesOf(worker);
    expect(entries.map(({ action, type }) => `${action} ${type}`)).toEqual(Array(3).fill('write-profile profile'));
    expect(entries.map(({ body }) => JSON.parse(body))).toMatchObject([
      { before: {}, after: { residence: SHA } },
      { before: {}, after: { dependants: SHA } },
      { before: { dependants: SHA }, after: {} },
    ]);
    expect(JSON.stringify(entries)).not.toContain('QA');
    expect(await verifyAuditNow(database.db)).toMatchObject({ broken: [] });
  });

  it('that nothing was changed in is not written, nor is anything into the audit', async () => {
    const worker = await somebody({ residence: 'QA' });
    await save(worker, 'residence', { country: 'QA' }, { type: 'profile', residence: 'QA' });
    expect(await save(worker, 'residence', { country: '' }, NOTHING)).toMatchObject({ ok: false, problem: 'slips' });
    expect(await entriesOf(worker)).toEqual([]);
  });

  it('is taken along whole, and goes with the account', async () => {
    const worker = await somebody({ skills: ['welding'], health: true });
    const { profile, profileSavedAt } = await everythingOf(web.db, worker);
    expect(profile).toEqual({ type: 'profile', skills: ['welding'], health: true });
    expect(profileSavedAt).toBeInstanceOf(Date);
    await database.db.deleteFrom('account').where('id', '=', worker.who.account).execute();
    expect(await profileOf(worker)).toEqual(NOTHING);
  });

  it('keeps every other part as it was, whichever is saved', async () => {
    const questions = [...PART_QUESTIONS, declaration('roster')];
    await fc.assert(
      fc.asyncProperty(toldProfiles, toldProfiles, fc.constantFrom(...questions), async (before, other, question) => {
        const { type: _, ...told } = before;
        const worker = await somebody(told);
        const fields = formOf(question)
          .fields(other)
          .map(([name, text]) => [name, text]);
        const saved = await savePart(web.db, worker, {
          ...{ question, typed: typedIn(new URLSearchParams(fields)), seen: markOfAnswer(before, question), on: ON },
        });
        const { [question.part]: _now, ...now } = await profileOf(worker);
        const { [question.part]: _then, ...then } = before;
        expect(now).toEqual(then);
        if (!saved.ok) expect(await profileOf(worker)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('two tabs', () => {
  it('that change the same part: the second is told so, and changes nothing before it has seen it', async () => {
    const worker = await somebody();
    await save(worker, 'dependants', { count: '2' }, NOTHING);
    expect(await save(worker, 'dependants', { count: '3' }, NOTHING)).toEqual({ ok: false, problem: 'changed' });
    expect(await profileOf(worker)).toMatchObject({ dependants: 2 });
    expect(await save(worker, 'dependants', { count: '3' }, await profileOf(worker))).toMatchObject({ ok: true });
    expect(await profileOf(worker)).toMatchObject({ dependants: 3 });
  });

  it('that say the same do not disagree', async () => {
    const worker = await somebody();
    await save(worker, 'dependants', { count: '2' }, NOTHING);
    expect(await save(worker, 'dependants', { count: '2' }, NOTHING)).toEqual({ ok: true, more: false });
  });

  it('of which one adds to a list and one takes from it: no entry is added twice, none wrong is taken away', async () => {
    const [skills, worker] = [{ skills: ['welding', 'care'] }, await somebody({ skills: ['welding', 'care'] })];
    const seen: Profile = { type: 'profile', ...skills };
    await save(worker, 'skills', { do: `${BUTTONS.remove}0` }, seen);
    expect(await save(worker, 'skills', { do: `${BUTTONS.remove}0` }, seen)).toMatchObject({ problem: 'changed' });
    expect(await save(worker, 'skills', { skill: 'accounts' }, seen)).toMatchObject({ problem: 'changed' });
    expect(await profileOf(worker)).toMatchObject({ skills: ['care'] });
  });

  it('at the same moment: of one part one is taken, of different parts all are', async () => {
    const worker = await somebody();
    const counts = await Promise.all(
      ['1', '2', '3', '4'].map((count) => save(worker, 'dependants', { count }, NOTHING)),
    );
    expect(counts.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([
      save(worker, 'residence', { country: 'QA' }, NOTHING),
      save(worker, 'sex', { answer: 'other' }, NOTHING),
      save(worker, 'health', { answer: 'yes' }, NOTHING),
      save(worker, 'declared-roster', { answer: 'yes' }, NOTHING),
      save(worker, 'declared-insurance', { answer: 'no' }, NOTHING),
    ]);
    expect(await profileOf(worker)).toMatchObject({
      ...{ residence: 'QA', sex: 'other', health: true, declared: { roster: true, insurance: false } },
      dependants: expect.any(Number),
    });
    expect(await entriesOf(worker)).toHaveLength(6);
  });
});

describe('a check', () => {
  const TOLD: Profile = { type: 'profile', residence: 'AE', stays: [], declared: { insurance: false } };

  it('is taken into a profile that was seen, and changes in it what it answers', async () => {
    const worker = await somebody({ residence: 'QA', dependants: 2, declared: { roster: true } });
    const seen = markOfProfile(await profileOf(worker));
    expect(await adoptCheck(web.db, worker, { told: TOLD, seen })).toBe(true);
    const after = { residence: 'AE', dependants: 2, stays: [], declared: { roster: true, insurance: false } };
    expect(await profileOf(worker)).toEqual({ type: 'profile', ...after });
    const [entry, ...others] = (await entriesOf(worker)).map(({ body }) => JSON.parse(body));
    expect(others).toEqual([]);
    expect(Object.keys(entry.after)).toEqual(['declared', 'residence', 'stays']);
  });

  it('is not taken into one that was changed meanwhile', async () => {
    const worker = await somebody({ residence: 'QA' });
    const seen = markOfProfile(await profileOf(worker));
    await save(worker, 'dependants', { count: '2' }, NOTHING);
    expect(await adoptCheck(web.db, worker, { told: TOLD, seen })).toBe(false);
    expect(await profileOf(worker)).toEqual({ type: 'profile', residence: 'QA', dependants: 2 });
  });

  it('becomes the profile of whoever signs up with it, and waits for whoever has an account', async () => {
    const sent: string[] = [];
    const doors = {
      ...{ database: web.db, secret: 's'.repeat(32) },
      post: async (_: unknown, { notice }: { notice: { kind: string; code?: string } }) =>
        void sent.push(notice.code ?? ''),
    };
    const address = { kind: 'email', address: 'nadia@example.org' } as const;
    const signIn = async () => {
      const asked = { address, locale: 'en', now: new Date(), goTo: null, checkQuery: 'lives=AE' } as const;
      const browser = await askForCode(doors, { ...asked, browser: undefined });
      const typed = sent.at(-1) ?? '';
      return signInByCode(
        doors,
        { browser, typed, browserName: 'Firefox', locale: 'en', now: new Date() },
        async () => TOLD,
      );
    };
    expect(await signIn()).toMatchObject({ ok: true, isNew: true });
    const { account } = await database.db
      .selectFrom('account_address')
      .select('account')
      .where('address', '=', address.address)
      .executeTakeFirstOrThrow();
    const worker: Worker = { who: { kind: 'account', account, role: 'worker' } };
    expect(await profileOf(worker)).toEqual(TOLD);
    expect((await entriesOf(worker)).map(({ action }) => action)).toEqual(['write-profile', 'sign-in']);
    await save(worker, 'residence', { country: 'QA' }, TOLD);
    expect(await signIn()).toMatchObject({ ok: true, isNew: false, checkQuery: 'lives=AE' });
    expect(await profileOf(worker)).toMatchObject({ residence: 'QA' });
  });
});
