import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listFollowers } from '../../../db/queries/follow.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../i18n/locale.ts';
import type { Notice } from '../../i18n/notice.ts';
import { type Post, postUnder } from '../people/post.ts';

/** The job that tells the followers of pathways that something about them changed. */
const TELL = 'tell-followers';

const Payload = z.object({ pathways: z.array(z.string()) });

/** Puts the word to the followers into the transaction of what changed: who they are, only the job may see. */
export async function askToTellFollowers(trx: Writer, pathways: readonly string[]): Promise<void> {
  await sql`select ask_for_job(${TELL}, ${JSON.stringify({ pathways })}::json, null, 5)`.execute(trx);
}

type Telling = { db: Db; secret: string; publicUrl: string };

/** Asks for one message to each follower of these pathways, in their language. */
export async function postToFollowers(
  trx: Writer,
  post: Post,
  pathways: readonly string[],
  noticeIn: (locale: Locale) => Notice,
): Promise<void> {
  for (const { to, locale: told } of await listFollowers(trx, pathways)) {
    const locale = isLocale(told) ? told : DEFAULT_LOCALE;
    await post(trx, { to, locale, notice: noticeIn(locale) });
  }
}

/** Tells each follower once, however many of their pathways changed: what did, stands on their page. */
export async function tellFollowers({ db, secret, publicUrl }: Telling, pathways: readonly string[]): Promise<void> {
  const post = postUnder(secret);
  await db.transaction().execute((trx) =>
    postToFollowers(trx, post, pathways, (locale) => ({
      kind: 'pathway-changed',
      url: `${publicUrl}${accountPage(locale, 'following')}`,
    })),
  );
}

/** The job, for the job runner. */
export const telling = (doors: Telling): TaskList => ({
  [TELL]: (payload) => tellFollowers(doors, Payload.parse(payload).pathways),
});
