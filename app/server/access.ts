import type { Action } from '../domain/people/permission.ts';

/** The methods that a route takes; HEAD and OPTIONS go with GET. */
export const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Verb = (typeof VERBS)[number];

type Access = Partial<Record<Verb, Action>>;

const read: Access = { GET: 'read-public' };
const ask: Access = { POST: 'ask-anonymously' };
const askPage: Access = { GET: 'ask-anonymously', POST: 'ask-anonymously' };
const own: Access = { GET: 'manage-account', POST: 'manage-account' };
const write: Access = { GET: 'write-vacancy', POST: 'write-vacancy' };
const plan: Access = { GET: 'plan-quotas', POST: 'plan-quotas' };
const missing: Access = {
  ...{ GET: 'read-public', POST: 'read-public', PUT: 'read-public' },
  ...{ PATCH: 'read-public', DELETE: 'read-public' },
};

/** What each route does to whoever asks, by its file and method: without an entry a route is not built, and takes no other method. */
export const ACCESS: Readonly<Record<string, Access>> = {
  'public/language.ts': read,
  'public/sitemap.ts': read,
  'public/robots.ts': read,
  'public/locale.tsx': read,
  'public/home.tsx': read,
  'public/pathways.tsx': read,
  'public/pathway.tsx': read,
  'public/pathway-from-origin.tsx': read,
  'public/pathway-changes.tsx': read,
  'public/procedure-changes.tsx': read,
  'public/origins.tsx': read,
  'public/origin.tsx': read,
  'public/destinations.tsx': read,
  'public/destination.tsx': read,
  'public/occupations.tsx': read,
  'public/occupation.tsx': read,
  'public/compare.tsx': read,
  'public/quota.tsx': read,
  'public/quota-history.ts': read,
  'public/about-data.tsx': read,
  'public/privacy.tsx': read,
  'public/accessibility.tsx': read,
  'public/contact.tsx': read,
  'public/organisation.tsx': read,
  'public/vacancies.tsx': read,
  'public/vacancy.tsx': read,
  'public/position-opening.ts': read,
  'public/recruiters.tsx': read,
  'public/not-found.tsx': missing,
  'check/start.tsx': { GET: 'ask-anonymously' },
  'check/answers.tsx': askPage,
  'check/result.tsx': askPage,
  'check/unlocks.tsx': { GET: 'ask-anonymously' },
  'check/vacancies.tsx': { GET: 'search-for-oneself' },
  'check/saved.tsx': askPage,
  'check/question.tsx': askPage,
  'ministry/try.tsx': askPage,
  'ministry/overview.tsx': { GET: 'read-proposals' },
  'ministry/prepare.tsx': { GET: 'prepare-proposal', POST: 'prepare-proposal' },
  'ministry/proposal.tsx': { GET: 'read-proposals', POST: 'decide-proposal' },
  'ministry/quotas.tsx': { GET: 'plan-quotas' },
  'ministry/quota-desk.tsx': { GET: 'plan-quotas' },
  'ministry/quota-plan.tsx': plan,
  'ministry/quota-transfer.tsx': plan,
  'ministry/quota-import.tsx': plan,
  'ministry/quota-intake.tsx': plan,
  'ministry/quota-export.ts': { GET: 'plan-quotas' },
  'ministry/partnerships.tsx': { GET: 'publish-partnership' },
  'ministry/partnership.tsx': { GET: 'publish-partnership', POST: 'publish-partnership' },
  'ministry/new-partnership.tsx': { GET: 'publish-partnership', POST: 'publish-partnership' },
  'ministry/tokens.tsx': { GET: 'read-tokens', POST: 'ask-for-token' },
  'ministry/vacancies.tsx': { GET: 'verify-vacancy' },
  'ministry/vacancy.tsx': { GET: 'verify-vacancy', POST: 'verify-vacancy' },
  'employer/overview.tsx': { GET: 'write-vacancy' },
  'employer/new.tsx': write,
  'employer/upload.tsx': write,
  'employer/export.ts': { GET: 'write-vacancy' },
  'employer/uploaded.tsx': { GET: 'write-vacancy' },
  'employer/draft.tsx': write,
  'employer/draft-step.tsx': write,
  'employer/contact.tsx': { GET: 'answer-worker', POST: 'answer-worker' },
  'employer/workers.tsx': { GET: 'find-workers', POST: 'find-workers' },
  'employer/vacancy.tsx': { GET: 'write-vacancy', POST: 'move-vacancy' },
  'ministry/workers.tsx': { GET: 'look-at-profiles' },
  'ministry/worker.tsx': { GET: 'look-at-profiles' },
  'account/sign-in.tsx': { GET: 'sign-in', POST: 'sign-in' },
  'account/code.tsx': { GET: 'sign-in', POST: 'sign-in' },
  'account/password-in.tsx': { GET: 'sign-in', POST: 'sign-in' },
  'account/passkey-in.tsx': { GET: 'sign-in', POST: 'sign-in' },
  'account/ministry-in.tsx': { GET: 'sign-in' },
  'account/ministry-back.ts': { GET: 'sign-in' },
  'account/invitation.tsx': { GET: 'sign-in', POST: 'sign-in' },
  'account/sign-out.ts': { POST: 'manage-account' },
  'account/overview.tsx': { GET: 'manage-account' },
  'account/sessions.tsx': own,
  'account/addresses.tsx': own,
  'account/password.tsx': own,
  'account/passkeys.tsx': own,
  'account/role.ts': { POST: 'change-role' },
  'account/follow.tsx': { GET: 'follow-pathway', POST: 'follow-pathway' },
  'account/following.tsx': { GET: 'follow-pathway', POST: 'unfollow-pathway' },
  'account/delete.tsx': own,
  'account/organisation.tsx': { GET: 'register-organisation', POST: 'register-organisation' },
  'ministry/organisations.tsx': { GET: 'read-organisations' },
  'ministry/organisation.tsx': { GET: 'read-organisations', POST: 'record-licence' },
  'administration/officers.tsx': { GET: 'invite-officer', POST: 'invite-officer' },
  'administration/offices.tsx': { GET: 'read-officers' },
  'administration/office.tsx': { GET: 'read-officers', POST: 'remove-officer' },
  'account/data.ts': { GET: 'manage-account' },
  'account/profile.tsx': { GET: 'read-profile', POST: 'read-profile' },
  'account/profile-declarations.tsx': { GET: 'read-profile' },
  'account/profile-part.tsx': { GET: 'read-profile', POST: 'write-profile' },
  'account/profile-adopt.tsx': { GET: 'read-profile', POST: 'write-profile' },
  'account/consents.tsx': { GET: 'give-consent', POST: 'give-consent' },
  'account/interest.tsx': { GET: 'answer-vacancy', POST: 'answer-vacancy' },
  'account/answers.tsx': { GET: 'answer-vacancy', POST: 'answer-vacancy' },
  'account/alerts.tsx': { GET: 'keep-alerts', POST: 'keep-alerts' },
  'account/matches.tsx': { GET: 'read-profile' },
  'public/alert-stop.tsx': { GET: 'stop-alert', POST: 'stop-alert' },
  'account/looks.tsx': { GET: 'read-looks' },
  'api/pathways.ts': read,
  'api/pathway.ts': read,
  'api/procedures.ts': read,
  'api/quotas.ts': read,
  'api/quota.ts': read,
  'api/quota-events.ts': { GET: 'read-ledger' },
  'api/allocations.ts': { GET: 'read-allocations', POST: 'allocate-places' },
  'api/allocation-settle.ts': { POST: 'settle-places' },
  'api/allocation-correct.ts': { POST: 'correct-allocation' },
  'api/vacancies.ts': read,
  'api/vacancy.ts': read,
  'api/partnerships.ts': { GET: 'read-public', POST: 'publish-partnership' },
  'api/partnership.ts': read,
  'api/occupations.ts': read,
  'api/eligibility.ts': ask,
  'api/unlocks.ts': ask,
  'api/matches.ts': ask,
  'api/vacancy-workers.ts': { GET: 'find-workers' },
  'api/documents.ts': { POST: 'publish-documents' },
  'api/schema.ts': read,
  'api/openapi.ts': read,
  'api/not-found.ts': missing,
};

/** The id of a route, as the framework makes it from its file. */
export const routeId = (file: string): string => `routes/${file.replace(/\.tsx?$/, '')}`;

const BY_ID = new Map(Object.entries(ACCESS).map(([file, access]) => [routeId(file), access]));

export function accessOf(id: string): Access {
  const access = BY_ID.get(id);
  if (!access) throw new Error(`app/server/access.ts has no entry for ${id}`);
  return access;
}

/** What is answered to a method that a route does not take. */
export function allowedMethods(access: Access): string {
  const verbs = Object.keys(access);
  return [...verbs.flatMap((verb) => (verb === 'GET' ? ['GET', 'HEAD'] : [verb])), 'OPTIONS'].join(', ');
}
