import { createHash } from 'node:crypto';
import type { AnchoredHead, SealedAnchor, SealedEntry } from '../../../db/queries/audit.ts';

const hashOfLines = (...lines: (string | number)[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

/** What PostgreSQL makes of an entry, computed apart from it. */
export const hashOfEntry = ({ chain, position, at, previous, body }: Omit<SealedEntry, 'hash'>): string =>
  hashOfLines('entry', chain, position, at, previous ?? '', body);

export const hashOfAnchor = ({ position, at, previous, heads }: Omit<SealedAnchor, 'hash'>): string =>
  hashOfLines('anchor', position, at, previous ?? '', heads);

/** The digest of the heads that an anchor saw, told one after the other in the order of chains. */
export function digestOfHeads(): { add(head: Pick<AnchoredHead, 'chain' | 'length' | 'head'>): void; end(): string } {
  const digest = createHash('sha256');
  return {
    add: ({ chain, length, head }) => void digest.update(`${chain} ${length} ${head}\n`),
    end: () => digest.digest('hex'),
  };
}
