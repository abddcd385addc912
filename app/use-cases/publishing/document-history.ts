import type { Reader } from '../../../db/client.server.ts';
import { documentsOfVersions, listVersions, type Version } from '../../../db/queries/edition.ts';
import type { ProposedDocument, ProposedType } from '../../../db/schema/proposal.ts';
import { type Change, changesBetween } from '../../domain/documents/changes.ts';
import { predecessorOf } from '../../domain/documents/predecessor.ts';

/** A version with what it changed; `null`: it is the first. */
export type Chapter = Version & { changes: readonly Change[] | null };

/** What each of the versions before `before` (absent: all) changed, the newest first, at most so many; and whether there are older ones. */
export async function historyOf(
  db: Reader,
  type: ProposedType,
  id: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<{ chapters: Chapter[]; more: boolean }> {
  const all = await listVersions(db, type, id);
  const wanted = all.filter(({ version }) => before === undefined || version < before);
  const shown = wanted.slice(0, limit).map((version) => ({ version, follows: predecessorOf(version, all) }));
  const numbers = shown.flatMap(({ version, follows }) => [version, ...(follows ? [follows] : [])]);
  const documents = await documentsOfVersions(db, type, id, [...new Set(numbers.map(({ version }) => version))]);
  const chapters = shown.map(({ version, follows }) => {
    const [old, now] = [follows && documents.get(follows.version), documents.get(version.version)];
    return { ...version, changes: old && now ? changesBetween(old, now) : null };
  });
  return { chapters, more: wanted.length > limit };
}

/** What a document changes as the version after `base`. */
export async function changesBy(
  db: Reader,
  document: ProposedDocument,
  base: number,
): Promise<readonly Change[] | null> {
  const { type, id, effective } = document;
  const all = await listVersions(db, type, id);
  const next = { version: base + 1, effectiveFrom: effective.from };
  const follows = predecessorOf(next, all);
  const documents = follows && (await documentsOfVersions(db, type, id, [follows.version]));
  const old = follows && documents?.get(follows.version);
  return old ? changesBetween(old, document) : null;
}
