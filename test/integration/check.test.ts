import { beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_QUERY } from '../../app/domain/check/answers.ts';
import { type CheckQuestion, findQuestion } from '../../app/domain/check/question.ts';
import { typedIn } from '../../app/domain/check/typed/typed.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { privateSessions } from '../../app/use-cases/private-sessions.ts';
import { savedChecks } from '../../app/use-cases/saved-checks.ts';
import {
  type CheckDoors,
  openCheck,
  outlookOf,
  reopenCheck,
  replyToQuestion,
  saveCheck,
} from '../../app/use-cases/take-check.ts';
import { freshDatabase } from '../support/database.ts';
import { seedDocuments } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const ON = '2026-11-25';
let doors: CheckDoors & { savedChecks: ReturnType<typeof savedChecks> };
beforeAll(async () => {
  const { db } = await freshDatabase();
  expect((await importAll(db, seedDocuments.pathway())).problems).toEqual([]);
  doors = {
    ...{ db, compiled: keepCompiledPathways() },
    privateSessions: privateSessions(db),
    savedChecks: savedChecks(db),
  };
});

const open = (query: string, session?: string) =>
  openCheck(doors, { params: new URLSearchParams(query), session, on: ON });

const question = (id: string): CheckQuestion => {
  const found = findQuestion(id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};

async function answer(query: string, id: string, fields: Record<string, string>, session?: string) {
  const typed = typedIn(new URLSearchParams(fields));
  return replyToQuestion(doors, await open(query, session), { question: question(id), typed, session });
}

async function taken(...args: Parameters<typeof answer>) {
  const turn = await answer(...args);
  if (!turn.ok) throw new Error(JSON.stringify(turn.slips));
  return turn.value;
}

it('walks from question to question until none could change a verdict, never asking twice', async () => {
  let query = '';
  const put: string[] = [];
  for (;;) {
    const { left } = outlookOf(await open(query));
    const [next] = left;
    if (next === undefined) break;
    expect(put).not.toContain(next.question.id);
    put.push(next.question.id);
    query = (await taken(query, next.question.id, { do: 'skip' })).query;
  }
  expect(put.slice(0, 2)).toEqual(['nationality', 'birth-date']);
  expect(
    put
      .slice(-3)
      .every((id) => ['health', 'criminal-record', 'displacement'].includes(id) || id.startsWith('declared-')),
  ).toBe(true);
  const end = await open(query);
  const { pathways } = end;
  const { eligible, possible, ineligible } = outlookOf(end).standing;
  expect(eligible + possible + ineligible).toBeLessThanOrEqual(pathways.length);
  expect(ineligible).toBe(0); // of somebody who told nothing, nothing is known to be wrong
});

describe('private answers', () => {
  const clear = { answer: 'yes', do: 'answer' };

  it('stay out of the address and count', async () => {
    const { query, session } = await taken('citizen=PH', 'criminal-record', clear);
    expect(query).toMatch(/^citizen=PH&asked=criminal-record&private=[0-9a-f]{12}$/);
    expect((await open(query, session)).person.profile).toMatchObject({ criminalRecord: true, nationalities: ['PH'] });
  });

  it('of another check in the same browser are neither read nor changed', async () => {
    const first = await taken('citizen=PH', 'criminal-record', clear);
    const other = await open('citizen=KE', first.session);
    expect(other.person.profile.criminalRecord).toBeUndefined();
    const second = await taken('citizen=KE', 'health', { answer: 'no', do: 'answer' }, first.session);
    expect(second.session).not.toBe(first.session);
    expect((await open(first.query, second.session)).forgotten).toBe(true);
    expect((await open(first.query, first.session)).person.profile).toMatchObject({ criminalRecord: true });
    expect((await open(first.query, first.session)).person.profile.health).toBeUndefined();
  });

  it('that are gone are told to be, and their questions are asked again', async () => {
    const { query, session = '' } = await taken('citizen=PH', 'criminal-record', clear);
    await doors.privateSessions.end(session);
    const check = await open(query, session);
    expect([check.forgotten, check.answers.asked]).toEqual([true, []]);
    expect(outlookOf(check).open.map((one) => one.question.id)).toContain('criminal-record');
  });

  it('taken back end their session', async () => {
    const { query, session = '' } = await taken('citizen=PH', 'criminal-record', clear);
    const back = await taken(query, 'criminal-record', { do: 'skip' }, session);
    expect([back.query, back.session]).toEqual(['citizen=PH&asked=criminal-record', undefined]);
    expect(await doors.privateSessions.open(session)).toBeUndefined();
  });

  it('are saved only on request', async () => {
    const { query, session } = await taken('citizen=PH', 'criminal-record', clear);
    const check = await open(query, session);
    const [without, withThem] = [
      await saveCheck(doors, check, { withPrivate: false }),
      await saveCheck(doors, check, { withPrivate: true }),
    ];
    expect(await doors.savedChecks.find(without)).toMatchObject({ query: 'citizen=PH', privateAnswers: null });
    const kept = await doors.savedChecks.find(withThem);
    expect(kept).toMatchObject({ query: 'citizen=PH&asked=criminal-record', privateAnswers: { criminalRecord: true } });
    const again = kept && (await reopenCheck(doors, kept));
    expect(again?.session).not.toBe(session);
    expect((await open(again?.query ?? '', again?.session)).person.profile).toMatchObject({ criminalRecord: true });
  });
});

it('refuses an answer that would not fit into an address, and loses none', async () => {
  const job = 'job=2221_2019-01_2019-02_PH';
  const query = Array.from({ length: Math.floor(LONGEST_QUERY / (job.length + 1)) }, () => job).join('&');
  const fields = { work: '2221', 'from-month': '1', 'from-year': '2020', still: 'yes', do: 'add' };
  const turn = await answer(query, 'experience', fields);
  expect(turn).toEqual({ ok: false, slips: [{ field: 'form', why: 'full' }] });
});

it('is about the pathways that it names, and about all where none of them is published', async () => {
  expect((await open('pathway=kr-eps-e9&pathway=no-such')).pathways.map(({ pathway }) => pathway.id)).toEqual([
    'kr-eps-e9',
  ]);
  const { pathways, published, bad } = await open('pathway=no-such');
  expect(pathways.length).toBe(published.length);
  expect(bad).toEqual([{ key: 'pathway', value: 'no-such' }]);
});
