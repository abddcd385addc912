import type { Reader } from '../../db/client.server.ts';
import {
  type Answers,
  type BadPart,
  LONGEST_QUERY,
  noAnswers,
  parseAnswers,
  separated,
  together,
  toQuery,
} from '../domain/check/answers.ts';
import { questionsLeft } from '../domain/check/next-question.ts';
import { type IsPrivate, isPrivateQuestion, privateDeclarations } from '../domain/check/private.ts';
import { type CheckQuestion, findQuestion } from '../domain/check/question.ts';
import { reply } from '../domain/check/reply.ts';
import { type OpenQuestion, type Survey, survey } from '../domain/check/survey.ts';
import { type Read, slip, type Typed, understood } from '../domain/check/typed/typed.ts';
import type { Profile } from '../domain/documents/index.ts';
import type { CompiledPathway } from '../domain/eligibility/evaluate.ts';
import { Person } from '../domain/rule/person.ts';
import type { CompiledPathways } from './compiled-pathways.ts';
import type { PrivateSessions } from './private-sessions.ts';
import type { SavedCheck, SavedChecks } from './saved-checks.ts';
import { hashOfSecret } from './secret.ts';

export type CheckDoors = { db: Reader; compiled: CompiledPathways; privateSessions: PrivateSessions };

/** A check as far as it has come. */
export type Check = {
  /** What its address holds; of the questions asked those that were not forgotten. */
  answers: Answers;
  bad: readonly BadPart[];
  /** Whoever answers, by all that was told, in private as well; asked of today. */
  person: Person;
  /** Every published pathway, and those that the check is about. */
  published: readonly CompiledPathway[];
  pathways: readonly CompiledPathway[];
  isPrivate: IsPrivate;
  /** Whether the address speaks of private answers that no session holds any more. */
  forgotten: boolean;
};

/** What an address calls a session: enough to tell it from others, and of no use to anybody else. */
const markOf = (session: string): string => hashOfSecret(session).slice(0, 12);

/** The session that a check's address names; of another check in the same browser it is left alone. */
const ownSession = ({ keptIn }: Answers, session: string | undefined): string | undefined =>
  session !== undefined && markOf(session) === keptIn ? session : undefined;

function askedStill({ asked }: Answers, isPrivate: IsPrivate): string[] {
  return asked.filter((id) => {
    const question = findQuestion(id);
    return question !== undefined && !isPrivateQuestion(question, isPrivate);
  });
}

/** Reads a check off its address and the session of its private answers. `on` is today. */
export async function openCheck(
  doors: CheckDoors,
  { params, session, on }: { params: URLSearchParams; session: string | undefined; on: string },
): Promise<Check> {
  const published = await doors.compiled.on(doors.db, on);
  const isPrivate = privateDeclarations(published.map(({ pathway }) => pathway));
  const { answers: read, bad } = parseAnswers(params, { on, isPrivate });
  const own = ownSession(read, session);
  const kept = own === undefined ? undefined : await doors.privateSessions.open(own);
  const forgotten = read.keptIn !== undefined && kept === undefined;
  const answers = forgotten ? { ...read, asked: askedStill(read, isPrivate) } : read;
  const profile = kept ? together(answers.profile, kept) : answers.profile;
  const about = published.filter(({ pathway }) => answers.pathways.includes(pathway.id));
  const pathways = about.length > 0 ? about : published;
  const known = new Set(about.map(({ pathway }) => pathway.id));
  const unknown = answers.pathways.filter((id) => !known.has(id)).map((value) => ({ key: 'pathway', value }));
  const person = new Person(profile, on);
  return {
    answers: { ...answers, pathways: [...known] },
    bad: [...bad, ...unknown],
    person,
    published,
    pathways,
    isPrivate,
    forgotten,
  };
}

/** A profile as a check that is about every pathway, of which nothing stands in an address. */
export async function checkOfProfile(doors: CheckDoors, profile: Profile, on: string): Promise<Check> {
  const published = await doors.compiled.on(doors.db, on);
  return {
    ...{ answers: { ...noAnswers, profile }, bad: [], forgotten: false, published, pathways: published },
    ...{ person: new Person(profile, on), isPrivate: privateDeclarations(published.map(({ pathway }) => pathway)) },
  };
}

/** Where a person stands, and the questions still to be asked, the next one first. */
export type Outlook = Survey & { left: readonly OpenQuestion[] };

/** Asks every pathway of a check. */
export function outlookOf({ answers, pathways, person, isPrivate }: Check): Outlook {
  const surveyed = survey(pathways, person, isPrivate);
  return { ...surveyed, left: questionsLeft(surveyed, { profile: person.profile, asked: answers.asked }) };
}

/** The address of a check. */
export const queryOf = ({ answers, isPrivate }: Pick<Check, 'answers' | 'isPrivate'>): string =>
  toQuery(answers, isPrivate).toString();

/** What follows a reply: the address of the check, the session of its private answers, and whether its page is shown again for more. */
export type Turn = { query: string; session: string | undefined; more: boolean };

/** Keeps the private answers after one of them was changed; a session without any ends. */
async function keepPrivate(
  { privateSessions }: CheckDoors,
  session: string | undefined,
  kept: ReturnType<typeof separated>['kept'],
): Promise<string | undefined> {
  if (Object.keys(kept).length > 0) return privateSessions.keep(session, kept);
  if (session !== undefined) await privateSessions.end(session);
  return undefined;
}

/** Takes what was typed on a question's page into the check; or says which fields cannot be taken, and changes nothing. */
export async function replyToQuestion(
  doors: CheckDoors,
  check: Check,
  { question, typed, session }: { question: CheckQuestion; typed: Typed; session: string | undefined },
): Promise<Read<Turn>> {
  const { answers, person, isPrivate } = check;
  const replied = reply(question, typed, person.profile, person.on);
  if (!replied.ok) return replied;
  const { profile, more } = replied.value;
  const { kept } = separated(profile, isPrivate);
  const asked = answers.asked.includes(question.id) ? answers.asked : [...answers.asked, question.id];
  const queryWith = (keptIn: string | undefined) =>
    queryOf({ answers: { ...answers, profile, asked, keptIn }, isPrivate });
  if (queryWith(markOf('')).length > LONGEST_QUERY) return slip('form', 'full');
  if (!isPrivateQuestion(question, isPrivate)) return understood({ query: queryWith(answers.keptIn), session, more });
  const own = ownSession(answers, session);
  const now = await keepPrivate(doors, own, kept);
  return understood({ query: queryWith(now && markOf(now)), session: now ?? (own ? undefined : session), more });
}

/** Deletes the private answers of a check, and leaves their questions to be asked again; its address without them. */
export async function forgetPrivate(
  { privateSessions }: CheckDoors,
  { answers, person, isPrivate }: Check,
  session: string | undefined,
): Promise<string> {
  const own = ownSession(answers, session);
  if (own !== undefined) await privateSessions.end(own);
  const { open } = separated(person.profile, isPrivate);
  return queryOf({
    answers: { ...answers, profile: open, asked: askedStill(answers, isPrivate), keptIn: undefined },
    isPrivate,
  });
}

/** Puts a check aside, its private answers only if they are wanted with it; the key of its link. */
export async function saveCheck(
  { savedChecks }: { savedChecks: SavedChecks },
  { answers, person, isPrivate }: Check,
  { withPrivate }: { withPrivate: boolean },
): Promise<string> {
  const { open, kept } = separated(person.profile, isPrivate);
  const isKept = withPrivate && Object.keys(kept).length > 0;
  const asked = isKept ? answers.asked : askedStill(answers, isPrivate);
  const query = queryOf({ answers: { ...answers, profile: open, asked, keptIn: undefined }, isPrivate });
  return savedChecks.save({ query, privateAnswers: isKept ? kept : null });
}

/** A check that was put aside, its private answers in a session of their own. */
export async function reopenCheck(
  { privateSessions }: Pick<CheckDoors, 'privateSessions'>,
  { query, privateAnswers }: SavedCheck,
): Promise<Pick<Turn, 'query' | 'session'>> {
  if (privateAnswers === null) return { query, session: undefined };
  const session = await privateSessions.keep(undefined, privateAnswers);
  const params = new URLSearchParams(query);
  params.append('private', markOf(session));
  return { query: params.toString(), session };
}

/** The check that begins with what a profile tells, unless that is too much for an address. */
export async function beginCheck(
  doors: Pick<CheckDoors, 'privateSessions'>,
  { person, answers, isPrivate }: Check,
): Promise<Read<Pick<Turn, 'query' | 'session'>>> {
  const { open, kept } = separated(person.profile, isPrivate);
  const query = queryOf({ answers: { ...answers, profile: open }, isPrivate });
  if (query.length > LONGEST_QUERY) return slip('form', 'full');
  return understood(await reopenCheck(doors, { query, privateAnswers: Object.keys(kept).length > 0 ? kept : null }));
}
