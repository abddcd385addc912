import type { Role, Who } from './who.ts';

/** Visitors and the five roles. */
export type Identity = 'visitor' | Role;

/** How the one who asks stands to what is asked for: the nearest that applies. */
export type Relation = 'own' | 'own-organisation' | 'own-state' | 'other';

type Grant = Partial<Record<Identity, readonly Relation[]>>;

const ANY = ['own', 'own-organisation', 'own-state', 'other'] as const satisfies readonly Relation[];
const EVERYONE: Grant = {
  ...{ visitor: ANY, worker: ANY, employer: ANY },
  ...{ 'origin-ministry': ANY, 'destination-ministry': ANY, administrator: ANY },
};
const ACCOUNTS: Grant = {
  ...{ worker: ['own'], employer: ['own'], administrator: ['own'] },
  ...{ 'origin-ministry': ['own'], 'destination-ministry': ['own'] },
};

const NOT_OWN: Grant = { administrator: ['own-organisation', 'own-state', 'other'] };
const OF_OFFICE: Grant = {
  'origin-ministry': ['own', 'own-organisation'],
  'destination-ministry': ['own', 'own-organisation'],
};
const ALLOCATIONS: Grant = {
  employer: ['own-organisation'],
  'destination-ministry': ['own-organisation', 'own-state'],
  administrator: ANY,
};
const OWN_OF_OFFICE: Grant = { 'origin-ministry': ['own'], 'destination-ministry': ['own'] };
const OF_COLLEAGUES: Grant = { 'origin-ministry': ['own-organisation'], 'destination-ministry': ['own-organisation'] };

/**
 * What each may do: action × role × relation to the object. Routes, API calls and queries all ask this table, and the row-level
 * policies of the database say the same again for personal data.
 */
export const PERMISSIONS = {
  /** Pathways, procedures, quotas, occupations, registers: what is published. */
  'read-public': EVERYONE,
  /** The check, the unlocks and the trial of a draft keep nothing and name nobody. */
  'ask-anonymously': EVERYONE,
  /** By the answers of a check, or by the profile of who is signed in, which is read as `read-profile` allows; nothing is kept. */
  'search-for-oneself': EVERYONE,
  'sign-in': EVERYONE,
  'manage-account': ACCOUNTS,
  'change-role': ACCOUNTS,
  'follow-pathway': ACCOUNTS,
  'unfollow-pathway': ACCOUNTS,
  'keep-alerts': { worker: ['own'] },
  /** Whoever holds the link of a message. */
  'stop-alert': EVERYONE,
  'read-profile': { worker: ['own'] },
  'write-profile': { worker: ['own'] },
  'give-consent': { worker: ['own'] },
  'read-looks': { worker: ['own'] },
  /** To answer vacancies and approaches, and to look at an employer's answers. */
  'answer-vacancy': { worker: ['own'] },
  /** By the employer of the vacancy, which owes each an answer. */
  'answer-worker': { employer: ['own-organisation'] },
  /** With the agreement of whoever it is, for the ministry's own state; `look_at_profile` says the same again. */
  'look-at-profiles': { 'origin-ministry': ['own-state'], 'destination-ministry': ['own-state'] },
  'invite-officer': { administrator: ANY },
  'read-officers': { administrator: ANY },
  /** Of others: one's own are ended on one's own page, and nobody leaves the administration without anybody. */
  'end-sessions': NOT_OWN,
  'remove-officer': NOT_OWN,
  'register-organisation': ACCOUNTS,
  /** The officers' lists of employers and recruiters, of any state. */
  'read-organisations': { 'origin-ministry': ANY, 'destination-ministry': ANY },
  /** By the state where people will work, or its mission; `own-state`: in the name of that state. */
  'verify-organisation': { 'destination-ministry': ['own-state'] },
  /** Either side licenses labour recruiters. */
  'record-licence': { 'origin-ministry': ['own-state'], 'destination-ministry': ['own-state'] },
  /** To publish at all; what, the three below say. */
  'publish-documents': {
    ...{ employer: ['own-organisation'], 'origin-ministry': ['own-state'], 'destination-ministry': ['own-state'] },
    administrator: ANY,
  },
  /** A pathway, its test cases and its quotas: the state of destination's. */
  'publish-pathway': { 'destination-ministry': ['own-state'], administrator: ANY },
  /** To follow the quotas of the state's pathways, and to prepare what they become. */
  'plan-quotas': { 'destination-ministry': ['own-state'] },
  /** Places of a quota: its state grants them, and an employer takes them in its own name. */
  'allocate-places': { employer: ['own-organisation'], 'destination-ministry': ['own-state'], administrator: ANY },
  /** To give places back, to say that they were taken up, and to see who holds which. */
  'settle-places': ALLOCATIONS,
  'read-allocations': ALLOCATIONS,
  /** An allocation that was recorded wrongly, and the whole ledger, are the state's alone. */
  'correct-allocation': { 'destination-ministry': ['own-organisation', 'own-state'], administrator: ANY },
  'read-ledger': { 'destination-ministry': ['own-state'], administrator: ANY },
  /** Training before the journey, and the seats of it: where people are trained, and where their pathway leads. */
  'publish-partnership': { 'origin-ministry': ['own-state'], 'destination-ministry': ['own-state'] },
  'take-seats': { 'origin-ministry': ['own-state'], 'destination-ministry': ['own-state'] },
  'publish-procedure': { 'origin-ministry': ['own-state'], administrator: ANY },
  /** Writing vacancies and following them is for those who are signed in; tokens publish documents. */
  'write-vacancy': { employer: ['own-organisation'] },
  'move-vacancy': { employer: ['own-organisation'] },
  /** By the state where people will work, where its pathway asks for that, and where something about a vacancy has to be looked at. */
  'verify-vacancy': { 'destination-ministry': ['own-state'] },
  /** For its own vacancies, among those who agreed to be found; `search_workers_for` says the same again. */
  'find-workers': { employer: ['own-organisation'] },
  'publish-vacancy': { employer: ['own-organisation'], administrator: ANY },
  /** On pages one officer prepares what another of the same office approves or sends back: never their own. */
  'read-proposals': OF_OFFICE,
  'prepare-proposal': OF_OFFICE,
  /** To decide at all; what, the three below say. */
  'decide-proposal': OF_OFFICE,
  'approve-proposal': OF_COLLEAGUES,
  'reject-proposal': OF_COLLEAGUES,
  'withdraw-proposal': OWN_OF_OFFICE,
  /** A token publishes at once, so that it takes two officers of an office: one asks for it, another approves, the first takes it. */
  'read-tokens': OF_OFFICE,
  'ask-for-token': OF_OFFICE,
  'approve-token': OF_COLLEAGUES,
  'take-token': OWN_OF_OFFICE,
  'end-token': OF_OFFICE,
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof PERMISSIONS;

export const identityOf = (who: Who): Identity | undefined => {
  if (who.kind === 'account' || who.kind === 'token') return who.role;
  return who.kind === 'visitor' ? 'visitor' : undefined;
};

const grantOf = (who: Who, action: Action): readonly Relation[] => {
  const identity = identityOf(who);
  const grant: Grant = PERMISSIONS[action];
  return (identity !== undefined && grant[identity]) || [];
};

/** Whether somebody may do this to anything at all; which of them, `may` tells. */
export const mayAtAll = (who: Who, action: Action): boolean => grantOf(who, action).length > 0;

/** Whether somebody may do this to what stands to them as told. */
export const may = (who: Who, action: Action, relation: Relation): boolean => grantOf(who, action).includes(relation);

/** What somebody asks for, as far as it belongs to anybody. */
export type Owned = { account?: string | null; organisation?: string | null | undefined; state?: string | null };

/** The nearest relation of somebody to what they ask for. */
export function relationOf(who: Who, { account, organisation, state }: Owned): Relation {
  if (who.kind === 'account' && account === who.account) return 'own';
  if (who.kind !== 'account' && who.kind !== 'token') return 'other';
  if (organisation && organisation === who.organisation) return 'own-organisation';
  return state && state === who.state ? 'own-state' : 'other';
}
