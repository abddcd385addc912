import { randomUUID } from 'node:crypto';
import type { Quota } from '../../app/domain/documents/index.ts';
import type { Db } from '../../db/client.server.ts';
import { aPathway, aQuota } from './documents.ts';
import { importAll } from './imports.ts';

/** A tree of three levels under a pathway of its own; its ids are in no order, so that nobody locks them in a lucky one. */
export type QuotaTree = { top: string; middles: readonly string[]; leaves: readonly string[] };

export const idsOf = ({ top, middles, leaves }: QuotaTree): string[] => [top, ...middles, ...leaves];

const ALWAYS = { from: '2020-01-01' };

/** Siblings together exceed their parent, so that it binds; `cap`: the places at the top. */
function quotasOf({ top, middles, leaves }: QuotaTree, pathway: string, cap: number): Quota[] {
  const part = (share: number) => Math.max(1, Math.ceil(cap * share));
  const of = (id: string, places: number, parent?: string) =>
    aQuota({ id, pathway, period: ALWAYS, places, ...(parent !== undefined && { parent }) });
  return [
    of(top, cap),
    ...middles.map((id) => of(id, part(0.7), top)),
    ...leaves.map((id, at) => of(id, part(0.4), middles[at % middles.length])),
  ];
}

export async function plantTree(db: Db, cap: number): Promise<QuotaTree> {
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
  const tree = { top: randomUUID(), middles: ids(2), leaves: ids(4) };
  const pathway = aPathway({ id: `p-${randomUUID()}` });
  const { problems } = await importAll(db, [pathway, ...quotasOf(tree, pathway.id, cap)]);
  if (problems.length > 0) throw new Error(`the tree could not be planted: ${JSON.stringify(problems)}`);
  return tree;
}
