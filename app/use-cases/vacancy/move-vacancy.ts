import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { pathwayEditions } from '../../../db/queries/pathway.ts';
import { todayOf } from '../../../db/queries/today.ts';
import { fillPlaces, findPosting, moveStage, type Posting, setMarks } from '../../../db/queries/vacancy.ts';
import { clearancesOf, setClearance } from '../../../db/queries/vacancy-clearance.ts';
import { lockHoldings } from '../../../db/queries/vacancy-hold.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import type { Flaw } from '../../domain/vacancy/flaw.ts';
import { type Clearance, stillCleared } from '../../domain/vacancy/marks.ts';
import { canMove, VACANCY_MOVES, type VacancyMove } from '../../domain/vacancy/stage.ts';
import { askToMatch } from '../alert/ask-to-match.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { projectMoved } from '../project-changed.ts';
import type { Officer } from '../publishing/officer.ts';
import type { Employer } from './employer.ts';
import { holdPlaces } from './hold-places.ts';
import { judgedUnder } from './marks-now.ts';
import { releaseHolds, takeUpHold } from './settle-hold.ts';
import { askToTellEmployer } from './tell-employer.ts';

/**
 * Why a vacancy was not moved. `missing`: there is none, or it is none of theirs; `elsewhere`: it stands at another stage by now; `too-many`:
 * it has fewer places left; a flaw: its quota has none left.
 */
export type Unmoved =
  | { ok: false; problem: 'missing' | 'elsewhere' | 'too-many' }
  | { ok: false; problem: 'flaw'; flaw: Flaw };
export type Moved = { ok: true } | Unmoved;

/** Takes back what the transaction did. */
class Undone extends Error {
  constructor(readonly unmoved: Unmoved) {
    super(unmoved.problem);
  }
}

async function undoing(work: Promise<Moved>): Promise<Moved> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Undone) return error.unmoved;
    throw error;
  }
}

type Act = { who: Who; action: string; before?: unknown; after?: unknown; why?: string | undefined };

const writeDown = (trx: Writer, { vacancy }: Posting, { who, action, before, after, why }: Act) =>
  appendAudit(trx, {
    ...{ chain: chainOf(who), who, action, object: { type: 'vacancy', id: vacancy.id } },
    ...{ ...(before !== undefined && { before }), ...(after !== undefined && { after }), ...(why && { why }) },
  });

/** Moves it on where it still stands as it was found; throws Undone. */
async function moveOn(
  trx: Writer,
  { vacancy }: Posting,
  move: VacancyMove,
  more: { why?: string | undefined; verifiedBy?: string; on?: string } = {},
): Promise<void> {
  const { from, to } = VACANCY_MOVES[move];
  const { why = null, ...rest } = more;
  if (!(await moveStage(trx, vacancy.id, from, { stage: to, why, ...rest })))
    throw new Undone({ ok: false, problem: 'elsewhere' });
}

/** The places that were not filled go back when it ends. */
async function giveBack(trx: Writer, who: Who, { vacancy }: Posting, why: string): Promise<void> {
  const [holding] = await lockHoldings(trx, [vacancy.id]);
  if (holding?.hold) await releaseHolds({ trx, who }, [holding.hold], why);
}

/** The places that it holds are taken up as they are filled. */
async function takeUp(trx: Writer, who: Who, { vacancy }: Posting, filled: { count: number; taken: number }) {
  const [holding] = await lockHoldings(trx, [vacancy.id]);
  if (holding?.hold) await takeUpHold({ trx, who }, holding.hold, filled);
}

/** Ends a published vacancy, or takes back one that is not published yet. */
async function end(
  trx: Writer,
  who: Who,
  posting: Posting,
  move: 'fill' | 'close' | 'expire' | 'take-down' | 'withdraw',
  why?: string,
) {
  await moveOn(trx, posting, move, { why });
  await giveBack(trx, who, posting, `the vacancy was ${VACANCY_MOVES[move].to}`);
  await projectMoved(trx, [posting.vacancy.id]);
  await writeDown(trx, posting, {
    ...{ who, action: `${move}-vacancy`, before: { stage: posting.stage }, why },
    after: { stage: VACANCY_MOVES[move].to, filled: posting.taken },
  });
}

/** An own vacancy, or why there is none to be moved so. */
async function findOwn(trx: Writer, { who }: Employer, id: string): Promise<Posting> {
  const posting = await findPosting(trx, id);
  const relation = posting && relationOf(who, { organisation: posting.vacancy.employer });
  if (!relation || !may(who, 'move-vacancy', relation)) throw new Undone({ ok: false, problem: 'missing' });
  return posting;
}

/** Says that so many places more are filled, and takes them up in the quota; with the last one the vacancy is filled. */
export const fill = (db: Db, employer: Employer, { id, count }: { id: string; count: number }): Promise<Moved> =>
  undoing(
    acting(db, employer.who, async (trx) => {
      const posting = await findOwn(trx, employer, id);
      if (!canMove(posting.stage, 'fill')) throw new Undone({ ok: false, problem: 'elsewhere' });
      const filled = await fillPlaces(trx, id, count);
      if (!filled) throw new Undone({ ok: false, problem: 'too-many' });
      await takeUp(trx, employer.who, posting, { count, taken: filled.taken });
      if (filled.taken === filled.places) await end(trx, employer.who, { ...posting, taken: filled.taken }, 'fill');
      else {
        await projectMoved(trx, [id]);
        const change = { before: { filled: posting.taken }, after: { filled: filled.taken } };
        await writeDown(trx, posting, { who: employer.who, action: 'fill-vacancy', ...change });
      }
      return { ok: true };
    }),
  );

/** Closes a vacancy that is published, or withdraws it at whatever stage it is. */
export const endOwn = (
  db: Db,
  employer: Employer,
  { id, how, why }: { id: string; how: 'close' | 'withdraw'; why: string | undefined },
): Promise<Moved> =>
  undoing(
    acting(db, employer.who, async (trx) => {
      await end(trx, employer.who, await findOwn(trx, employer, id), how, why);
      return { ok: true };
    }),
  );

/** Publishes what is verified, or throws Undone: its places may be gone. The places are its employer's, whoever publishes. */
async function publish(trx: Writer, who: Who, posting: Posting, on: string): Promise<void> {
  await moveOn(trx, posting, 'publish');
  const flaw = (await holdPlaces({ trx, who, on }, [posting.vacancy])).get(posting.vacancy.id);
  if (flaw) throw new Undone({ ok: false, problem: 'flaw', flaw });
  await projectMoved(trx, [posting.vacancy.id]);
  await askToMatch(trx, [posting.vacancy.id]);
  await writeDown(trx, posting, {
    who,
    action: 'publish-vacancy',
    before: { stage: 'verified' },
    after: { stage: 'published' },
  });
}

/** An employer publishes what an officer verified. */
export const publishVerified = (db: Db, employer: Employer, { id, on }: { id: string; on: string }): Promise<Moved> =>
  undoing(
    acting(db, employer.who, async (trx) => {
      await publish(trx, employer.who, await findOwn(trx, employer, id), on);
      return { ok: true };
    }),
  );

/** A vacancy of the officer's state, or why there is none. */
async function findOfState(trx: Writer, { who }: Officer, id: string): Promise<Posting> {
  const posting = await findPosting(trx, id);
  const relation = posting && relationOf(who, { state: posting.vacancy.destination });
  if (!relation || !may(who, 'verify-vacancy', relation)) throw new Undone({ ok: false, problem: 'missing' });
  return posting;
}

/** Says that an officer looked at a vacancy and found it in order: its employer publishes it. */
export const verify = (db: Db, officer: Officer, { id, on }: { id: string; on: string }): Promise<Moved> =>
  undoing(
    acting(db, officer.who, async (trx) => {
      const posting = await findOfState(trx, officer, id);
      await moveOn(trx, posting, 'verify', { verifiedBy: officer.office, on });
      await askToTellEmployer(trx, id, 'verified');
      await writeDown(trx, posting, {
        ...{
          who: officer.who,
          action: 'verify-vacancy',
          before: { stage: posting.stage },
          after: { stage: 'verified' },
        },
      });
      return { ok: true };
    }),
  );

/** Sends a vacancy back to its employer, with the reason. */
export const sendBack = (db: Db, officer: Officer, { id, why }: { id: string; why: string }): Promise<Moved> =>
  undoing(
    acting(db, officer.who, async (trx) => {
      const posting = await findOfState(trx, officer, id);
      await moveOn(trx, posting, 'send-back', { why });
      await askToTellEmployer(trx, id, 'sent-back');
      await writeDown(trx, posting, {
        ...{
          who: officer.who,
          action: 'send-back-vacancy',
          before: { stage: posting.stage },
          after: { stage: 'draft' },
          why,
        },
      });
      return { ok: true };
    }),
  );

/** Closes a vacancy that is flagged, with the reason that its employer reads. */
export const takeDown = (db: Db, officer: Officer, { id, why }: { id: string; why: string }): Promise<Moved> =>
  undoing(
    acting(db, officer.who, async (trx) => {
      const posting = await findOfState(trx, officer, id);
      if (posting.flags === null) throw new Undone({ ok: false, problem: 'elsewhere' });
      await end(trx, officer.who, posting, 'take-down', why);
      await askToTellEmployer(trx, id, 'taken-down');
      return { ok: true };
    }),
  );

/** What an officer clears beside what is cleared already, by the editions of its pathway that say so today. */
async function clearanceWith(trx: Writer, { vacancy }: Posting, flaws: readonly Flaw[]): Promise<Clearance> {
  const editions = (await pathwayEditions(trx, [vacancy.pathway])).get(vacancy.pathway) ?? [];
  const under = judgedUnder(vacancy, editions, await todayOf(trx));
  const before = (await clearancesOf(trx, [vacancy.id])).get(vacancy.id);
  return { flaws: [...(before ? stillCleared(before, under) : []), ...flaws], under };
}

/**
 * Says that nothing is wrong with what was flagged or remarked: the vacancy is offered again. That holds until the vacancy, or the edition of
 * its pathway, becomes another.
 */
export const clearMarks = (db: Db, officer: Officer, { id, why }: { id: string; why: string }): Promise<Moved> =>
  undoing(
    acting(db, officer.who, async (trx) => {
      const posting = await findOfState(trx, officer, id);
      const { flags, remarks } = posting;
      if (flags === null && remarks === null) throw new Undone({ ok: false, problem: 'elsewhere' });
      await setClearance(trx, id, await clearanceWith(trx, posting, [...(flags ?? []), ...(remarks ?? [])]));
      await setMarks(trx, id, { flags: [], remarks: [] });
      if (flags !== null) {
        await projectMoved(trx, [id]);
        await askToMatch(trx, [id]);
      }
      await writeDown(trx, posting, {
        ...{ who: officer.who, action: 'clear-vacancy', why },
        before: { flags: flags ?? [], remarks: remarks ?? [] },
        after: { flags: [], remarks: [] },
      });
      return { ok: true };
    }),
  );

/** Closes one whose time to apply is over. */
export const expire = (db: Db, who: Who, id: string): Promise<Moved> =>
  undoing(
    acting(db, who, async (trx) => {
      const posting = await findPosting(trx, id);
      if (!posting) throw new Undone({ ok: false, problem: 'missing' });
      await end(trx, who, posting, 'expire');
      await askToTellEmployer(trx, id, 'expired');
      return { ok: true };
    }),
  );
