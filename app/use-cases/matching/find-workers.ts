import { acting } from '../../../db/acting.server.ts';
import type { Db, Reader } from '../../../db/client.server.ts';
import { contactStates } from '../../../db/queries/contact.ts';
import {
  type FoundWorker,
  lookAtFound,
  type Placed,
  rankWorkers,
  searchWorkersFor,
} from '../../../db/queries/found-worker.ts';
import { findPosting, isOpenOn } from '../../../db/queries/vacancy.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import type { Pathway, Profile, Vacancy } from '../../domain/documents/index.ts';
import { isInEffect } from '../../domain/eligibility/in-effect.ts';
import { type AnonymousProfile, anonymous, withheld } from '../../domain/matching/anonymous.ts';
import { type AssessedMatch, matchAssessor } from '../../domain/matching/match.ts';
import { type MatchScore, scoreOf } from '../../domain/matching/score.ts';
import { workerTerms } from '../../domain/matching/worker-terms.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import { Person } from '../../domain/rule/person.ts';
import type { ContactState } from '../../domain/vacancy/contact.ts';
import { PUBLIC_STAGES } from '../../domain/vacancy/stage.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { CompiledPathways } from '../compiled-pathways.ts';

/**
 * Somebody who agreed to be found, as an employer sees them; `person`: the id that this employer alone has of them; `example`: made up;
 * `contact`: where the two stand about the vacancy, if either said anything.
 */
export type WorkerMatch = {
  person: string;
  profile: AnonymousProfile;
  example: boolean;
  contact: (ContactState & { id: string }) | undefined;
} & AssessedMatch &
  MatchScore;

/** `missing`: there is no such vacancy, for them at least; `forbidden`: it is another's; `not-open`: it is offered to nobody now. */
export type Found = { outcome: 'found'; matches: WorkerMatch[] } | { outcome: 'missing' | 'forbidden' | 'not-open' };

type Search = { vacancy: string; on: string; limit: number };

/** The pathway of a vacancy where it is in effect. */
async function pathwayOf(
  { db, compiled }: { db: Reader; compiled: CompiledPathways },
  vacancy: Vacancy,
  on: string,
): Promise<Pathway | undefined> {
  const [found] = await compiled.on(db, on, [vacancy.pathway]);
  return found && isInEffect(found.pathway, on) ? found.pathway : undefined;
}

/** Whose vacancy it is, and whether workers may be found for it. */
async function placeFor(
  { db, compiled }: { db: Reader; compiled: CompiledPathways },
  who: Who,
  { vacancy: id, on }: Search,
): Promise<Placed | Exclude<Found, { outcome: 'found' }>> {
  const posting = await findPosting(db, id);
  if (!posting) return { outcome: 'missing' };
  const { vacancy, stage } = posting;
  if (!may(who, 'find-workers', relationOf(who, { organisation: vacancy.employer })))
    return { outcome: PUBLIC_STAGES.some((one) => one === stage) ? 'forbidden' : 'missing' };
  const pathway = await pathwayOf({ db, compiled }, vacancy, on);
  return pathway && (await isOpenOn(db, id, on)) ? { pathway, vacancy, on } : { outcome: 'not-open' };
}

/** What each of those found comes to for a vacancy. */
function matcherOf({ pathway, vacancy, on }: Placed): (found: FoundWorker) => Omit<WorkerMatch, 'contact'> {
  const assess = matchAssessor();
  return ({ person, body, example }) => {
    const { answers, ...assessed } = assess(pathway, vacancy, new Person(body, on));
    const worker = workerTerms(body, on);
    const profile = anonymous(body, worker, vacancy);
    return { person, profile, example, ...assessed, answers: answers.map(withheld), ...scoreOf(worker, vacancy) };
  };
}

/**
 * Verdict and score of somebody who answered a vacancy, as they see them too; not by which conditions, as what somebody keeps private
 * could be read from them. Undefined where its pathway is not in effect.
 */
export async function weighAnswer(
  { db, compiled }: { db: Reader; compiled: CompiledPathways },
  { vacancy: id, profile, on }: { vacancy: string; profile: Profile; on: string },
): Promise<(Pick<AssessedMatch, 'verdict'> & MatchScore) | undefined> {
  const posting = await findPosting(db, id);
  const pathway = posting && (await pathwayOf({ db, compiled }, posting.vacancy, on));
  if (!pathway) return undefined;
  const { verdict } = matchAssessor()(pathway, posting.vacancy, new Person(profile, on));
  return { verdict, ...scoreOf(workerTerms(profile, on), posting.vacancy) };
}

/** The best workers for an employer's own vacancy among those who agreed to be found, who are shown that it looked. */
export async function findWorkers(
  doors: { db: Reader; database: Db; compiled: CompiledPathways },
  who: Who,
  search: Search,
): Promise<Found> {
  const placed = await placeFor(doors, who, search);
  if ('outcome' in placed) return placed;
  return acting(doors.database, who, async (trx): Promise<Found> => {
    if (!(await searchWorkersFor(trx, search.vacancy))) return { outcome: 'not-open' };
    const ranked = await rankWorkers(trx, placed, search.limit);
    const found = await lookAtFound(
      trx,
      ranked.map(({ profile }) => profile),
    );
    const contacts = await contactStates(trx, search.vacancy);
    const matchOf = matcherOf(placed);
    const matches = ranked.flatMap(({ profile }) => {
      const worker = found.get(profile);
      return worker ? [{ ...matchOf(worker), contact: contacts.get(profile) }] : [];
    });
    const object = { type: 'vacancy', id: search.vacancy };
    await appendAudit(trx, {
      chain: chainOf(who),
      who,
      action: 'find-workers',
      object,
      after: { count: matches.length },
    });
    return { outcome: 'found', matches };
  });
}
