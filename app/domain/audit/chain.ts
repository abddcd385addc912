import { officeOf } from '../people/office.ts';
import type { Who } from '../people/who.ts';

/** The chain of what somebody does for themselves, whatever the role. */
export const ownChain = (account: string): string => `account:${account}`;

/** The chain in which an act is written down: of the organisation or office it is done for, else of the person, else of the site. */
export function chainOf(who: Who): string {
  const isPerson = who.kind === 'account' && who.role !== 'administrator';
  return officeOf(who) ?? (isPerson ? ownChain(who.account) : 'site');
}
