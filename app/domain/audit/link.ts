/** A link of a chain in which each carries the hash of the one before. */
export type Link = { position: number; previous: string | null; hash: string };

/**
 * What can be wrong with one. `missing`: none stands where one must; `extra`: one stands where none was counted; `altered`: its hash is
 * not that of what it says; `unlinked`: it does not carry the hash of the one before.
 */
export type LinkFault = { position: number; fault: 'missing' | 'extra' | 'altered' | 'unlinked' };

/** What is wrong with a link, given the one before and the hash of what it says. Positions are 1, 2, 3 … */
export function faultOfLink(before: Link | undefined, link: Link, hashOfIt: string): LinkFault | undefined {
  const { position, previous, hash } = link;
  const expected = (before?.position ?? 0) + 1;
  if (position > expected) return { position: expected, fault: 'missing' };
  if (position < expected) return { position, fault: 'extra' };
  if (hash !== hashOfIt) return { position, fault: 'altered' };
  if (previous !== (before?.hash ?? null)) return { position, fault: 'unlinked' };
  return undefined;
}

/** Where a chain ends by its own count, and where its entries end. */
export type End = { length: number; head: string | null };

/** What is wrong with the end of a chain; `head`: the last entry is not the one that the chain ends with. */
export function faultOfEnd(counted: End, found: End): LinkFault | { position: number; fault: 'head' } | undefined {
  if (counted.length > found.length) return { position: found.length + 1, fault: 'missing' };
  if (counted.length < found.length) return { position: counted.length + 1, fault: 'extra' };
  if (counted.head !== found.head) return { position: found.length, fault: 'head' };
  return undefined;
}
