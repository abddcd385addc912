import { index, prefix, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config';
import { accessOf, routeId } from './server/access.ts';

const routes = [
  index('routes/public/language.ts'),
  route('sitemap.xml', 'routes/public/sitemap.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  ...prefix('api/v1', [
    route('pathways', 'routes/api/pathways.ts'),
    route('pathways/:id', 'routes/api/pathway.ts'),
    route('procedures/:origin', 'routes/api/procedures.ts'),
    route('quotas', 'routes/api/quotas.ts'),
    route('quotas/:id', 'routes/api/quota.ts'),
    route('quotas/:id/events', 'routes/api/quota-events.ts'),
    route('quotas/:id/allocations', 'routes/api/allocations.ts'),
    route('quotas/:id/allocations/:reference/correct', 'routes/api/allocation-correct.ts'),
    route('quotas/:id/allocations/:reference/:settlement', 'routes/api/allocation-settle.ts'),
    route('occupations', 'routes/api/occupations.ts'),
    route('eligibility', 'routes/api/eligibility.ts'),
    route('unlocks', 'routes/api/unlocks.ts'),
    route('documents', 'routes/api/documents.ts'),
    route('schemas/:file', 'routes/api/schema.ts'),
    route('openapi.json', 'routes/api/openapi.ts'),
  ]),
  route('api/*', 'routes/api/not-found.ts'),
  route(':locale', 'routes/public/locale.tsx', [
    index('routes/public/home.tsx'),
    route('pathways', 'routes/public/pathways.tsx'),
    route('pathways/:id', 'routes/public/pathway.tsx'),
    route('pathways/:id/from/:origin', 'routes/public/pathway-from-origin.tsx'),
    route('pathways/:id/changes', 'routes/public/pathway-changes.tsx'),
    route('origins', 'routes/public/origins.tsx'),
    route('origins/:country', 'routes/public/origin.tsx'),
    route('origins/:country/changes', 'routes/public/procedure-changes.tsx'),
    route('destinations', 'routes/public/destinations.tsx'),
    route('destinations/:country', 'routes/public/destination.tsx'),
    route('occupations', 'routes/public/occupations.tsx'),
    route('occupations/:isco', 'routes/public/occupation.tsx'),
    route('compare', 'routes/public/compare.tsx'),
    route('quotas/:id', 'routes/public/quota.tsx'),
    route('check', 'routes/check/start.tsx'),
    route('check/answers', 'routes/check/answers.tsx'),
    route('check/result', 'routes/check/result.tsx'),
    route('check/unlocks', 'routes/check/unlocks.tsx'),
    route('check/saved/:key', 'routes/check/saved.tsx'),
    route('check/:question', 'routes/check/question.tsx'),
    route('ministry', 'routes/ministry/overview.tsx'),
    route('ministry/try', 'routes/ministry/try.tsx'),
    route('ministry/prepare', 'routes/ministry/prepare.tsx'),
    route('ministry/proposals/:id', 'routes/ministry/proposal.tsx'),
    route('ministry/tokens', 'routes/ministry/tokens.tsx'),
    route('ministry/workers', 'routes/ministry/workers.tsx'),
    route('ministry/workers/:id', 'routes/ministry/worker.tsx'),
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('sign-in/code', 'routes/account/code.tsx'),
    route('sign-in/password', 'routes/account/password-in.tsx'),
    route('sign-out', 'routes/account/sign-out.ts'),
    route('invitation/:token', 'routes/account/invitation.tsx'),
    route('account', 'routes/account/overview.tsx'),
    route('account/role', 'routes/account/role.ts'),
    route('account/sessions', 'routes/account/sessions.tsx'),
    route('account/addresses', 'routes/account/addresses.tsx'),
    route('account/password', 'routes/account/password.tsx'),
    route('account/data', 'routes/account/data.ts'),
    route('account/follow', 'routes/account/follow.tsx'),
    route('account/following', 'routes/account/following.tsx'),
    route('account/profile', 'routes/account/profile.tsx'),
    route('account/profile/declarations', 'routes/account/profile-declarations.tsx'),
    route('account/profile/adopt', 'routes/account/profile-adopt.tsx'),
    route('account/profile/:question', 'routes/account/profile-part.tsx'),
    route('account/consents', 'routes/account/consents.tsx'),
    route('account/looks', 'routes/account/looks.tsx'),
    route('account/delete', 'routes/account/delete.tsx'),
    route('account/organisation', 'routes/account/organisation.tsx'),
    route('organisations/:id', 'routes/public/organisation.tsx'),
    route('recruiters', 'routes/public/recruiters.tsx'),
    route('ministry/organisations', 'routes/ministry/organisations.tsx'),
    route('ministry/organisations/:id', 'routes/ministry/organisation.tsx'),
    route('administration/officers', 'routes/administration/officers.tsx'),
    route('about/data', 'routes/public/about-data.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('contact', 'routes/public/contact.tsx'),
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig;

/** A route for which nobody decided who may do what there is not built. */
function check(entries: readonly RouteConfigEntry[]): void {
  for (const { file, children = [] } of entries) {
    accessOf(routeId(file.replace(/^routes\//, '')));
    check(children);
  }
}

check(routes);

export default routes;
