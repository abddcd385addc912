import type { Who } from '../people/who.ts';

/** The chain in which an act is written down: of the organisation or office it is done for, else of the person, else of the site. */
export function chainOf(who: Who): string {
  if (who.kind !== 'account' && who.kind !== 'token') return 'site';
  if (who.organisation !== undefined) return who.organisation;
  if (who.state !== undefined) return `ministry-${who.state.toLowerCase()}`;
  if (who.role === 'administrator' || who.kind === 'token') return 'site';
  return `account:${who.account}`;
}
