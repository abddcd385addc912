import type { Who } from './who.ts';

/** The office of a state where no other is named: its labour ministry. */
export const ministryOf = (state: string): string => `ministry-${state.toLowerCase()}`;

/** The state whose labour ministry an office is by its id; undefined for every other office. */
export const stateOf = (office: string): string | undefined => /^ministry-([a-z]{2})$/.exec(office)?.[1]?.toUpperCase();

/** The organisation in whose name somebody acts; undefined for those who act for none. */
export function officeOf(who: Who): string | undefined {
  if (who.kind !== 'account' && who.kind !== 'token') return undefined;
  return who.organisation ?? (who.state === undefined ? undefined : ministryOf(who.state));
}
