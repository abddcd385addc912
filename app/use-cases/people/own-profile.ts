import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { documentHash } from '../../../db/document-hash.ts';
import { lockAccount } from '../../../db/queries/account.ts';
import { findProfile, upsertProfile } from '../../../db/queries/profile.ts';
import { refreshFacts } from '../../../db/queries/profile-facts.ts';
import { adopted, differences } from '../../domain/check/adopt.ts';
import { answerTo, type ProfileQuestion } from '../../domain/check/question.ts';
import { reply } from '../../domain/check/reply.ts';
import type { Slip, Typed } from '../../domain/check/typed/typed.ts';
import type { Profile } from '../../domain/documents/index.ts';
import { writeProfile } from './account-audit.ts';
import type { Session } from './sessions.ts';

const NOTHING_TOLD: Profile = { type: 'profile' };

const profileIn = async (trx: Writer, account: string): Promise<Profile> =>
  (await findProfile(trx, account))?.body ?? NOTHING_TOLD;

/** What somebody told so far; nothing where they keep no profile yet. */
export const ownProfile = (database: Db, { who }: Pick<Session, 'who'>): Promise<Profile> =>
  acting(database, who, (trx) => profileIn(trx, who.account));

/** By which an answer is known again when it comes back from a form: another one means that it was changed meanwhile. */
export const markOfAnswer = (profile: Profile, question: ProfileQuestion): string =>
  documentHash({ answer: answerTo(profile, question) });

/** The same of a whole profile. */
export const markOfProfile = (profile: Profile): string => documentHash(profile);

async function keep(trx: Writer, who: Session['who'], change: { before: Profile; after: Profile }): Promise<void> {
  if (markOfProfile(change.before) === markOfProfile(change.after)) return;
  await upsertProfile(trx, who.account, change.after);
  await refreshFacts(trx, who.account);
  await writeProfile(trx, who, change);
}

/** What came of a form: it was taken, and more is to be told; fields of it cannot be; or what it changes was changed meanwhile. */
export type SavedPart =
  | { ok: true; more: boolean }
  | { ok: false; problem: 'slips'; slips: readonly Slip[] }
  | { ok: false; problem: 'changed' };

/** Takes one answer into somebody's profile, all else in it left as it is. `seen` marks the answer that its form showed. */
export function savePart(
  database: Db,
  { who }: Pick<Session, 'who'>,
  { question, typed, seen, on }: { question: ProfileQuestion; typed: Typed; seen: string; on: string },
): Promise<SavedPart> {
  return acting(database, who, async (trx) => {
    await lockAccount(trx, who.account);
    const before = await profileIn(trx, who.account);
    const read = reply(question, typed, before, on);
    if (!read.ok) return { ok: false, problem: 'slips', slips: read.slips };
    const { profile: after, more } = read.value;
    const now = markOfAnswer(before, question);
    if (seen !== now && markOfAnswer(after, question) !== now) return { ok: false, problem: 'changed' };
    await keep(trx, who, { before, after });
    return { ok: true, more };
  });
}

/** A question that a check answers otherwise than a profile, and what the profile comes to with it. */
export type Adoption = { after: Profile; changes: readonly ProfileQuestion[] };

/** What would change if the answers of a check were taken into a profile. */
export function adoptionOf(profile: Profile, told: Profile): Adoption {
  const after = adopted(profile, told);
  return { after, changes: differences(profile, after) };
}

/** Takes the answers of a check into somebody's profile; not where that is no longer the one that was `seen`. */
export function adoptCheck(
  database: Db,
  { who }: Pick<Session, 'who'>,
  { told, seen }: { told: Profile; seen: string },
): Promise<boolean> {
  return acting(database, who, async (trx) => {
    await lockAccount(trx, who.account);
    const before = await profileIn(trx, who.account);
    if (markOfProfile(before) !== seen) return false;
    await keep(trx, who, { before, after: adopted(before, told) });
    return true;
  });
}
