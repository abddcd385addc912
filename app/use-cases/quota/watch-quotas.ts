import type { TaskList } from 'graphile-worker';
import type { Db } from '../../../db/client.server.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import { moveLevel, type Watched, watchedQuotas } from '../../../db/queries/quota-level.ts';
import { sortedWrongly } from '../../../search/pathway/places.ts';
import { projectPathways } from '../../../search/pathway/project.ts';
import type { Text } from '../../domain/documents/index.ts';
import { levelOf, newsOf, type PlacesNews } from '../../domain/quota/level.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Notice } from '../../i18n/notice.ts';
import { say } from '../../i18n/text.ts';
import { lock } from '../import-documents/import-documents.ts';
import { postUnder } from '../people/post.ts';
import { postToFollowers } from '../publishing/tell-followers.ts';
import { today } from '../today.ts';

type Doors = { db: Db; secret: string; publicUrl: string };

/** A list sorted by places follows what was allocated since the last time. */
const sortAnew = (db: Db, on: string): Promise<void> =>
  db.transaction().execute(async (trx) => projectPathways(trx, await sortedWrongly(trx), on));

const isMoved = (watched: Watched) => levelOf(watched) !== watched.known;

/** What followers of a pathway are told of one of its quotas. */
const noticeOf =
  ({ quota, label, pathway }: Watched, news: PlacesNews, name: Text, publicUrl: string) =>
  (locale: Locale): Notice => ({
    kind: `places-${news}`,
    pathway: say(name, locale).text,
    quota: label ? say(label, locale).text : quota,
    url: `${publicUrl}/${locale}/pathways/${pathway}#places`,
  });

/**
 * Moves the level of each quota on that is used up otherwise than its followers know, and asks for them to be told in the same
 * transaction: whoever is killed or comes second has told nobody.
 */
async function moveLevels({ db, secret, publicUrl }: Doors, on: string): Promise<void> {
  if (!(await watchedQuotas(db, on)).some(isMoved)) return;
  await db.transaction().execute(async (trx) => {
    // In turn with whoever records versions, with which the news are numbered.
    await lock(trx, new Set(['quota'] as const));
    const moved = (await watchedQuotas(trx, on)).filter(isMoved);
    const pathways = await listPathways(
      trx,
      on,
      moved.map(({ pathway }) => pathway),
    );
    const names = new Map(pathways.map(({ document: { id, name } }) => [id, name]));
    for (const quota of moved) {
      const level = levelOf(quota);
      const news = newsOf(quota.known, level);
      await moveLevel(trx, { quota: quota.quota, level, news });
      const name = names.get(quota.pathway) ?? { en: quota.pathway };
      if (news !== null)
        await postToFollowers(trx, postUnder(secret), [quota.pathway], noticeOf(quota, news, name, publicUrl));
    }
  });
}

/** Brings what allocations have moved to whom it concerns: the order of lists, and the followers of pathways. */
export async function watchQuotas(doors: Doors, on: string): Promise<void> {
  await sortAnew(doors.db, on);
  await moveLevels(doors, on);
}

/** The job, for the job runner; it works as the owner of the database. */
export const watching = (doors: Doors): TaskList => ({ 'watch-quotas': () => watchQuotas(doors, today()) });
