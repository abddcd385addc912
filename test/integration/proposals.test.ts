import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeUndecided } from '../../app/use-cases/publishing/close-undecided.ts';
import { type Decision, decide } from '../../app/use-cases/publishing/decide-proposal.ts';
import { deskOf, proposedIn, reviewOf } from '../../app/use-cases/publishing/office-desk.ts';
import { type Officer, officerOf } from '../../app/use-cases/publishing/officer.ts';
import { lookAtDraft, prepareProposal } from '../../app/use-cases/publishing/prepare-proposal.ts';
import { acting } from '../../db/acting.server.ts';
import { asApplication, type Connection } from '../../db/client.server.ts';
import { listVersions } from '../../db/queries/edition.ts';
import { decideProposal, findProposal, insertProposal } from '../../db/queries/proposal.ts';
import { actsUpon } from '../support/audit.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aProcedure } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { anOfficer, noOfficers } from '../support/officers.ts';

let database: TestDatabase;
let web: Connection;
let preparer: Officer;
let approver: Officer;
let third: Officer;
beforeAll(async () => {
  database = await freshDatabase();
  web = asApplication(database, () => undefined);
  await importAll(database.db, [aPathway({ id: 'fr-test', destination: 'FR' }), aProcedure()]);
  [preparer, approver, third] = [
    await anOfficer(database.db, 'DE'),
    await anOfficer(database.db, 'DE'),
    await anOfficer(database.db, 'DE'),
  ];
});
afterAll(() => web.close());

let serial = 0;
let id: string;
beforeEach(async () => {
  id = `de-${++serial}`;
  await importAll(database.db, [aPathway({ id })]);
});

const why = 'A new law';
const text = (document: object) => JSON.stringify(document);
const closed = () => text(aPathway({ id, status: 'closed' }));

async function prepared(by = preparer, draft = closed()): Promise<string> {
  const made = await prepareProposal(web.db, by, { text: draft, why });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.id;
}

const decideBy = (officer: Officer, proposal: string, decision: Decision = 'approve', reason: string | null = null) =>
  decide(web.db, officer, { id: proposal, decision, why: reason, on: '2026-11-26' });

const actsOf = (proposal: string) => actsUpon(database.db, proposal);

describe('what one officer prepares', () => {
  it('is published when another approves it, as the office’s and for the reason given', async () => {
    const proposal = await prepared();
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(1);
    expect(await reviewOf(web.db, approver, proposal)).toMatchObject({
      ...{ isOwn: false, decisions: ['approve', 'reject'] },
      changes: [{ path: [{ key: 'status' }], before: 'open', after: 'closed' }],
    });
    expect(await decideBy(approver, proposal)).toEqual({ ok: true });
    expect(await listVersions(web.db, 'pathway', id)).toMatchObject([
      { version: 2, recordedBy: 'ministry-de', office: 'Office ministry-de', why },
      { version: 1, why: null },
    ]);
    expect(await actsOf(proposal)).toEqual([
      ['ministry-de', 'prepare-proposal', preparer.account],
      ['ministry-de', 'approve-proposal', approver.account],
    ]);
    expect(await reviewOf(web.db, approver, proposal)).toMatchObject({
      proposal: { status: 'approved' },
      decisions: [],
    });
  });

  it('may be new', async () => {
    const proposal = await prepared(preparer, text(aPathway({ id: `new-${id}` })));
    expect(await reviewOf(web.db, approver, proposal)).toMatchObject({ changes: null });
    expect(await decideBy(approver, proposal)).toEqual({ ok: true });
    expect(await listVersions(web.db, 'pathway', `new-${id}`)).toHaveLength(1);
  });

  it('is never approved or sent back by the same officer, nor by a statement past the use case', async () => {
    const proposal = await prepared();
    for (const decision of ['approve', 'reject'] as const)
      expect(await decideBy(preparer, proposal, decision, decision === 'reject' ? 'x' : null)).toEqual({
        ...{ ok: false, problem: 'not-yours' },
      });
    const approve = acting(web.db, preparer.who, (trx) =>
      decideProposal(trx, proposal, { status: 'approved', by: preparer.account, why: null }),
    );
    expect(await approve).toBe(false);
    const forced = database.db
      .updateTable('proposal')
      .set({ status: 'approved', decided_by: preparer.account, decided_at: new Date() })
      .where('id', '=', proposal);
    await expect(forced.execute()).rejects.toThrow(/check constraint/);
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(1);
  });

  it('is approved once, however many approve at once; the others are told', async () => {
    const proposal = await prepared();
    const decisions = await Promise.all([decideBy(approver, proposal), decideBy(third, proposal)]);
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decisions).toContainEqual({ ok: false, problem: 'decided' });
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(2);
    expect(await actsOf(proposal)).toHaveLength(2);
  });

  it('is either approved or withdrawn where both happen at once', async () => {
    const proposal = await prepared();
    const decisions = await Promise.all([decideBy(approver, proposal), decideBy(preparer, proposal, 'withdraw')]);
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    const approved = decisions[0].ok;
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(approved ? 2 : 1);
  });

  it('must be prepared again where the document was published anew meanwhile', async () => {
    const proposal = await prepared();
    await importAll(database.db, [aPathway({ id, summary: { en: 'Newer.' } })]);
    expect(await decideBy(approver, proposal)).toEqual({ ok: false, problem: 'outdated' });
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(2);
    expect(await reviewOf(web.db, approver, proposal)).toMatchObject({ proposal: { status: 'prepared' } });
    expect(await actsOf(proposal)).toHaveLength(1);
  });

  it('stays prepared where it no longer passes its test cases, and says why', async () => {
    const rule = { id: 'german', fact: 'language', of: 'de', gte: 'B1' } as const;
    const proposal = await prepared(preparer, text(aPathway({ id, eligibility: { all: [rule] } })));
    const profile = { type: 'profile', nationalities: ['PH'], languages: [] };
    await importAll(database.db, [
      { type: 'pathway-test', id: `${id}-case`, pathway: id, on: '2026-01-01', profile, expect: 'eligible' },
    ]);
    expect(await decideBy(approver, proposal)).toMatchObject({
      ...{ ok: false, problem: 'refused', problems: [{ path: '/eligibility' }] },
    });
    expect(await reviewOf(web.db, approver, proposal)).toMatchObject({ proposal: { status: 'prepared' } });
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(1);
  });

  it('is sent back with a reason, which its preparer finds', async () => {
    const proposal = await prepared();
    expect(await decideBy(approver, proposal, 'reject', 'The day is wrong')).toEqual({ ok: true });
    const { back } = await deskOf(web.db, preparer);
    expect(back).toContainEqual(expect.objectContaining({ id: proposal, decidedWhy: 'The day is wrong' }));
    expect(await decideBy(approver, proposal)).toEqual({ ok: false, problem: 'decided' });
    expect((await actsOf(proposal)).at(-1)).toEqual(['ministry-de', 'reject-proposal', approver.account]);
  });

  it('is withdrawn by its preparer alone', async () => {
    const proposal = await prepared();
    expect(await decideBy(approver, proposal, 'withdraw')).toEqual({ ok: false, problem: 'not-yours' });
    expect(await decideBy(preparer, proposal, 'withdraw')).toEqual({ ok: true });
    expect(await decideBy(approver, proposal)).toEqual({ ok: false, problem: 'decided' });
  });

  it('is closed where nobody decided on it in thirty days, and can be prepared again from its text', async () => {
    const [old, recent, approved] = [await prepared(), await prepared(), await prepared()];
    await decideBy(approver, approved);
    const age = (proposal: string, days: number) =>
      database.db
        .updateTable('proposal')
        .set({ prepared_at: new Date(Date.now() - days * 86_400_000) })
        .where('id', '=', proposal)
        .execute();
    for (const [proposal, days] of [[old, 30] as const, [recent, 29] as const, [approved, 40] as const])
      await age(proposal, days);
    await closeUndecided(database.db);
    await closeUndecided(database.db);
    const statusOf = async (proposal: string) => (await reviewOf(web.db, preparer, proposal))?.proposal.status;
    expect([await statusOf(old), await statusOf(recent), await statusOf(approved)]).toEqual([
      ...['expired', 'prepared', 'approved'],
    ]);
    expect((await actsOf(old)).slice(1)).toEqual([['ministry-de', 'expire-proposal', 'system']]);
    expect(await decideBy(approver, old)).toEqual({ ok: false, problem: 'decided' });
    expect((await deskOf(web.db, preparer)).back).toContainEqual(expect.objectContaining({ id: old }));
    expect((await deskOf(web.db, approver)).back).toEqual([]);
    expect(await proposedIn(web.db, preparer, old)).toMatchObject({ id, status: 'closed' });
  });

  it('lies on the desks of the office', async () => {
    const proposal = await prepared();
    const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);
    expect(ids((await deskOf(web.db, approver)).waiting)).toContain(proposal);
    expect(ids((await deskOf(web.db, approver)).mine)).not.toContain(proposal);
    expect(ids((await deskOf(web.db, preparer)).mine)).toContain(proposal);
    expect(ids((await deskOf(web.db, preparer)).waiting)).not.toContain(proposal);
  });
});

describe('what cannot be prepared', () => {
  it.each([
    ['no JSON', () => '{', ''],
    ['another type', () => text(aProcedure()), '/type'],
    ['a broken document', () => text({ ...aPathway({ id }), status: 'opened' }), '/status'],
    ['another state’s pathway', () => text(aPathway({ id: 'x', destination: 'FR' })), '/destination'],
    ['another state’s pathway, claimed', () => text(aPathway({ id: 'fr-test' })), '/id'],
    ['what is published already', () => text(aPathway({ id })), ''],
  ])('%s', async (_, draft, path) => {
    const looked = await lookAtDraft(web.db, preparer, draft());
    expect(looked).toMatchObject({ ok: false, problems: [{ path }] });
    expect(await prepareProposal(web.db, preparer, { text: draft(), why })).toEqual(looked);
  });

  it('a look leaves nothing behind', async () => {
    expect(await lookAtDraft(web.db, preparer, closed())).toMatchObject({ ok: true, baseVersion: 1 });
    expect(await listVersions(web.db, 'pathway', id)).toHaveLength(1);
  });
});

describe('an officer of origin', () => {
  it('prepares procedures, and no pathways', async () => {
    const [one, other] = [
      await anOfficer(database.db, 'PH', { role: 'origin-ministry' }),
      await anOfficer(database.db, 'PH', { role: 'origin-ministry' }),
    ];
    const draft = text(aProcedure({ notes: ['Anew'] }));
    const proposal = await prepared(one, draft);
    expect(await decideBy(other, proposal)).toEqual({ ok: true });
    expect(await listVersions(web.db, 'procedure', 'ph-test')).toMatchObject([{ recordedBy: 'ministry-ph' }, {}]);
    expect(await lookAtDraft(web.db, one, closed())).toMatchObject({ ok: false, problems: [{ path: '/type' }] });
  });
});

it.each([
  ['of another state', 'FR', {}],
  ['of another office of the state', 'DE', { office: 'de-agency' }],
  ['of origin in the same office', 'DE', { role: 'origin-ministry' }],
] as const)('officers %s see and decide nothing of it', async (_, state, how) => {
  const stranger = await anOfficer(database.db, state, how);
  const proposal = await prepared();
  expect(await reviewOf(web.db, stranger, proposal)).toBeUndefined();
  expect((await deskOf(web.db, stranger)).waiting).toEqual([]);
  for (const decision of ['approve', 'reject', 'withdraw'] as const)
    expect(await decideBy(stranger, proposal, decision)).toEqual({ ok: false, problem: 'missing' });
  const { who, account } = stranger;
  const touched = acting(web.db, who, (trx) =>
    decideProposal(trx, proposal, { status: 'approved', by: account, why: null }),
  );
  expect(await touched).toBe(false);
  const { office, state: own } = preparer;
  const document = aPathway({ id });
  const planted = acting(web.db, who, (trx) =>
    insertProposal(trx, { document, baseVersion: 1, office, state: own, why, preparedBy: account }),
  );
  await expect(planted).rejects.toThrow(/row-level security/);
});

it('nobody but an officer sees a proposal, and nobody changes what was prepared', async () => {
  const proposal = await prepared();
  const { account } = approver;
  for (const who of noOfficers(account)) {
    expect(await acting(web.db, who, (trx) => findProposal(trx, proposal))).toBeUndefined();
    expect(officerOf(who)).toBeUndefined();
  }
  const altered = acting(web.db, approver.who, (trx) =>
    trx.updateTable('proposal').set({ why: 'Another' }).where('id', '=', proposal).execute(),
  );
  await expect(altered).rejects.toThrow(/permission denied/);
  const deleted = acting(web.db, approver.who, (trx) => trx.deleteFrom('proposal').execute());
  await expect(deleted).rejects.toThrow(/permission denied/);
});
