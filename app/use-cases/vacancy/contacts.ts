import { acting } from '../../../db/acting.server.ts';
import type { Db, Reader, Writer } from '../../../db/client.server.ts';
import {
  approachWorker,
  type Contact,
  countWaiting,
  findContact,
  findContactOf,
  insertInterest,
  listContactsAbout,
  listContactsOf,
  lookAtContact,
  settleContact,
} from '../../../db/queries/contact.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { findPublicPosting, type Posting } from '../../../db/queries/vacancy.ts';
import { ownChain } from '../../domain/audit/chain.ts';
import type { Profile } from '../../domain/documents/index.ts';
import { type Ended, endedOf } from '../../domain/vacancy/ended.ts';
import { seenByEmployer } from '../../domain/vacancy/seen-by-employer.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { CompiledPathways } from '../compiled-pathways.ts';
import { weighAnswer } from '../matching/find-workers.ts';
import { writeLook } from '../people/account-audit.ts';
import type { Session } from '../people/sessions.ts';
import type { Employer } from './employer.ts';
import { askToTellEmployer } from './tell-employer.ts';
import { askToTellWorker } from './tell-worker.ts';

type Worker = Pick<Session, 'who'>;

/** A vacancy that everybody may read of, and why nobody can have it on a day; null: somebody can. */
export type Offered = Pick<Posting, 'vacancy' | 'flags'> & { ended: Ended | null };

export async function offeredOn(db: Reader, id: string, on: string): Promise<Offered | undefined> {
  const posting = await findPublicPosting(db, id);
  const pathway = posting && (await findPathway(db, posting.vacancy.pathway, on));
  if (!pathway) return undefined;
  const { vacancy, flags } = posting;
  return { vacancy, flags, ended: endedOf(posting, pathway.notInEffect, on) };
}

/** The employer of a vacancy that somebody can have today. */
async function offeredBy(trx: Writer, id: string): Promise<string | undefined> {
  const offered = await offeredOn(trx, id, await todayOf(trx));
  return offered?.ended === null ? offered.vacancy.employer : undefined;
}

const object = (vacancy: string) => ({ type: 'vacancy', id: vacancy });

/** What a worker does about a vacancy stands in their own chain. */
const writeWorker = (trx: Writer, { who }: Worker, vacancy: string, action: string) =>
  appendAudit(trx, { chain: ownChain(who.account), who, action, object: object(vacancy) });

/** Says that a worker is interested in a vacancy, which shows the employer their profile; whether anybody can have it. */
export const beInterested = (db: Db, worker: Worker, vacancy: string): Promise<boolean> =>
  acting(db, worker.who, async (trx) => {
    const employer = await offeredBy(trx, vacancy);
    if (employer === undefined) return false;
    if (await insertInterest(trx, { account: worker.who.account, vacancy, employer })) {
      await askToTellEmployer(trx, vacancy, 'answered');
      await writeWorker(trx, worker, vacancy, 'answer-vacancy');
    }
    return true;
  });

/** What a worker does about one of their own: withdraw at any time, and accept or decline an approach, without a reason. */
export const WORKER_ACTS = {
  withdraw: { from: ['waiting', 'accepted'], to: 'withdrawn' },
  accept: { from: ['waiting'], to: 'accepted', begunBy: 'employer' },
  decline: { from: ['waiting'], to: 'declined', begunBy: 'employer' },
} as const;
export type WorkerAct = keyof typeof WORKER_ACTS;

/** Whether it was done: somebody may have been quicker, and nobody shows a profile for what nobody can have. */
export const settleOwn = (db: Db, worker: Worker, { id, act }: { id: string; act: WorkerAct }): Promise<boolean> =>
  acting(db, worker.who, async (trx) => {
    const contact = await findContact(trx, id);
    if (!contact || (act === 'accept' && (await offeredBy(trx, contact.vacancy)) === undefined)) return false;
    if (!(await settleContact(trx, id, WORKER_ACTS[act]))) return false;
    if (act === 'accept') await askToTellEmployer(trx, contact.vacancy, 'answered');
    await writeWorker(trx, worker, contact.vacancy, `${act}-contact`);
    return true;
  });

/** A worker's own, those that wait first. */
export const ownContacts = (db: Db, { who }: Worker): Promise<Contact[]> =>
  acting(db, who, (trx) => listContactsOf(trx, who.account));

export const ownContactAbout = (db: Db, { who }: Worker, vacancy: string): Promise<Contact | undefined> =>
  acting(db, who, (trx) => findContactOf(trx, who.account, vacancy));

/** Who answered an own vacancy or was approached about it, those that wait for an answer first. */
export const contactsAbout = (db: Db, { who }: Employer, vacancy: string): Promise<Contact[]> =>
  acting(db, who, (trx) => listContactsAbout(trx, vacancy));

/** What an employer is shown of a worker, and about what. */
export type Shown = {
  contact: Contact;
  profile: Profile;
  email: string | null;
  phone: string | null;
  /** Absent: the pathway is not in effect. */
  match?: NonNullable<Awaited<ReturnType<typeof weighAnswer>>>;
};

/**
 * Looks at the profile of a worker who answered, or who accepted an approach; they are shown that it was. Of it, what is for
 * employers.
 */
export async function lookAtWorker(
  doors: { db: Reader; database: Db; compiled: CompiledPathways },
  { who }: Employer,
  { id, on }: { id: string; on: string },
): Promise<Shown | undefined> {
  const seen = await acting(doors.database, who, async (trx) => {
    const contact = await findContact(trx, id);
    const found = contact && (await lookAtContact(trx, id));
    if (!found) return undefined;
    await writeLook(trx, who, found.account);
    return { contact, ...found };
  });
  if (!seen) return undefined;
  const { account: _, profile, ...shown } = seen;
  const match = await weighAnswer(doors, { vacancy: shown.contact.vacancy, profile, on });
  return { ...shown, ...(match && { match }), profile: seenByEmployer(profile) };
}

/** The answer that an employer owes to a worker who is interested: it goes on, or not and why. Whether it was still owed. */
export const answerWorker = (
  db: Db,
  { who, organisation }: Employer,
  { id, answer }: { id: string; answer: { accepted: true } | { accepted: false; why: string } },
): Promise<boolean> =>
  acting(db, who, async (trx) => {
    const contact = await findContact(trx, id);
    const to = answer.accepted ? 'accepted' : 'declined';
    const settled = {
      from: ['waiting'] as const,
      begunBy: 'worker' as const,
      to,
      ...(!answer.accepted && { why: answer.why }),
    } as const;
    if (contact?.employer !== organisation || !(await settleContact(trx, id, settled))) return false;
    await askToTellWorker(trx, id);
    await appendAudit(trx, {
      ...{ chain: organisation, who, action: 'answer-worker', object: object(contact.vacancy) },
      ...{ after: { contact: id, status: to }, ...(!answer.accepted && { why: answer.why }) },
    });
    return true;
  });

/** How many workers wait for an employer's answer, by vacancy. */
export const waitingWorkers = (db: Db, { who, organisation }: Employer): Promise<ReadonlyMap<string, number>> =>
  acting(db, who, (trx) => countWaiting(trx, organisation));

/** Asks somebody who was found whether a vacancy interests them: who they are stays unknown until they accept. Whether they were asked. */
export const approach = (
  db: Db,
  { who, organisation }: Employer,
  { vacancy, person }: { vacancy: string; person: string },
): Promise<boolean> =>
  acting(db, who, async (trx) => {
    if ((await offeredBy(trx, vacancy)) === undefined) return false;
    const contact = await approachWorker(trx, vacancy, person);
    if (contact === undefined) return false;
    await askToTellWorker(trx, contact);
    await appendAudit(trx, {
      ...{ chain: organisation, who, action: 'approach-worker', object: object(vacancy), after: { contact } },
    });
    return true;
  });
