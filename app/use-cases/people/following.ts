import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { deleteFollow, insertFollow, listFollows, listNews, markSeen, type News } from '../../../db/queries/follow.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import { ownChain } from '../../domain/audit/chain.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Session } from './sessions.ts';

type Follower = Pick<Session, 'who'>;

/** What one does for oneself stands in one's own chain, whatever the role. */
const ofOwn = ({ account }: Session['who'], pathway: string) => ({
  chain: ownChain(account),
  object: { type: 'pathway', id: pathway },
});

/** Follows a pathway; following twice is following. */
export const follow = (db: Db, { who }: Follower, pathway: string): Promise<void> =>
  acting(db, who, async (trx) => {
    if (await insertFollow(trx, who.account, pathway))
      await appendAudit(trx, { ...ofOwn(who, pathway), who, action: 'follow-pathway' });
  });

export const unfollow = (db: Db, { who }: Follower, pathway: string): Promise<void> =>
  acting(db, who, async (trx) => {
    if (await deleteFollow(trx, who.account, pathway))
      await appendAudit(trx, { ...ofOwn(who, pathway), who, action: 'unfollow-pathway' });
  });

/** That somebody read a list is no act of theirs that others could have to answer for: it stands in no audit. */
export const seen = (db: Db, { who }: Follower, until: number): Promise<void> =>
  acting(db, who, (trx) => markSeen(trx, who.account, until));

export type Followed = Pick<Pathway, 'id' | 'name'> & { news: News[] };

/** What somebody follows, each with what changed since they last looked; `until`: the newest of it. */
export async function following(
  db: Db,
  { who }: Follower,
  on: string,
): Promise<{ followed: Followed[]; until: number | null }> {
  const [follows, news] = await acting(
    db,
    who,
    async (trx) => [await listFollows(trx, who.account), await listNews(trx, who.account)] as const,
  );
  const pathways = await listPathways(
    db,
    on,
    follows.map(({ pathway }) => pathway),
  );
  const followed = pathways.map(({ document: { id, name } }) => ({
    ...{ id, name, news: news.filter(({ pathway }) => pathway === id) },
  }));
  return { followed, until: news[0]?.record ?? null };
}

export const follows = async (db: Db, { who }: Follower, pathway: string): Promise<boolean> =>
  (await acting(db, who, (trx) => listFollows(trx, who.account))).some((one) => one.pathway === pathway);
