/** The five roles that an account or a token acts in. */
export const ROLES = ['worker', 'employer', 'origin-ministry', 'destination-ministry', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that act for a state. */
export const MINISTRIES = ['origin-ministry', 'destination-ministry'] as const satisfies readonly Role[];

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
export const isMinistry = (role: Role): boolean => MINISTRIES.some((ministry) => ministry === role);

/** In whose name something is done: the role, the state that a ministry acts for, the organisation (an employer, a recruiter, an office). */
export type Capacity = { role: Role; state?: string; organisation?: string };

/**
 * Who asks. `door`: the sign-in itself, before it is known who somebody is; `operator`: the command line; `system`: jobs. Accounts,
 * sessions and tokens are named by UUID.
 */
export type Who =
  | { kind: 'visitor' | 'door' | 'operator' | 'system' }
  | ({ kind: 'account'; account: string } & Capacity)
  | ({ kind: 'token'; token: string } & Capacity);

export const VISITOR = { kind: 'visitor' } as const satisfies Who;
export const DOOR = { kind: 'door' } as const satisfies Who;
export const OPERATOR = { kind: 'operator' } as const satisfies Who;
export const SYSTEM = { kind: 'system' } as const satisfies Who;

/** Who did something, as a record names them: an account or token by its id, else what they are. */
export function actorOf(who: Who): string {
  if (who.kind === 'account') return who.account;
  return who.kind === 'token' ? who.token : who.kind;
}
