import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identity, mayAtAll, PERMISSIONS } from '../../app/domain/people/permission.ts';
import { ROLES } from '../../app/domain/people/who.ts';
import { ACCESS, routeId, VERBS, type Verb } from '../../app/server/access.ts';
import { publishPartnership } from '../../app/use-cases/partnership/publish-partnership.ts';
import { peopleWhoAgreed } from '../../app/use-cases/people/consents.ts';
import { invite } from '../../app/use-cases/people/invitations.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { headersOf, type Somebody, somebody } from '../support/identities.ts';
import { importAll } from '../support/imports.ts';
import { aPartnership } from '../support/partnerships.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';
import { storeVacancies } from '../support/stored-vacancies.ts';

const OBJECTS = ['own', 'other', 'missing'] as const;
type What = (typeof OBJECTS)[number];

let served: Served;
let people: Partial<Record<Identity, Somebody>>;
let agreed = '';
let others: Partial<Record<Identity, Somebody>>;
const proposals: Record<What, string> = { own: '', other: '', missing: randomUUID() };

/** Objects that are shown to one identity, of its own office; to anybody else they are not there. */
const ONLY_FOR: Record<string, Identity> = {
  'employer/vacancy.tsx': 'employer',
  'employer/workers.tsx': 'employer',
  'ministry/quota-desk.tsx': 'destination-ministry',
  'ministry/quota-plan.tsx': 'destination-ministry',
  'ministry/quota-transfer.tsx': 'destination-ministry',
  'ministry/quota-import.tsx': 'destination-ministry',
  'ministry/quota-intake.tsx': 'destination-ministry',
  'ministry/quota-export.ts': 'destination-ministry',
  'ministry/proposal.tsx': 'destination-ministry',
  'ministry/partnership.tsx': 'origin-ministry',
  'ministry/worker.tsx': 'destination-ministry', // the worker agreed that it may
};

/** Objects that everybody knows of, and that one identity reads in the name of their state, or organisation, alone. */
const OF_ITS_OWN: Record<string, Identity> = {
  'api/quota-events.ts': 'destination-ministry',
  'api/vacancy-workers.ts': 'employer',
};
/** What an office calls the one person who agreed that it may look. */
async function knownAs(officer: Somebody | undefined): Promise<string> {
  if (!officer?.state || !officer.organisation) throw new Error('an officer acts for an office of a state');
  const { account, state, organisation } = officer;
  const who = { kind: 'account', account, role: 'destination-ministry', state, organisation } as const;
  return (await peopleWhoAgreed(served.context.database, { who }, 1)).people[0]?.person ?? '';
}

/** A pathway that an office has prepared. */
async function prepared(database: TestDatabase, officer: Somebody | undefined): Promise<string> {
  const { id } = await database.db
    .insertInto('proposal')
    .values({
      ...{ document_type: 'pathway', document_id: 'an-example', body: JSON.stringify(aPathway({ id: 'an-example' })) },
      ...{ base_version: 0, office: officer?.organisation ?? '', state: officer?.state ?? '', why: 'a new law' },
      prepared_by: officer?.account ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Training in a state under a pathway that leads to Italy. */
async function trainNurses(what: What, state: string): Promise<void> {
  const training = aPartnership({
    id: `${what}-training`,
    pathway: 'it-training',
    provider: { name: 'x', country: state },
  });
  const ministry = { kind: 'token', token: randomUUID(), role: 'origin-ministry', state } as const;
  const published = await publishPartnership(served.context.database, ministry, training, served.context.today());
  if (!published.ok) throw new Error(published.misfit);
}

beforeAll(async () => {
  const database = await seededDatabase();
  served = await serve(database);
  const training = aPathway({ id: 'it-training', kind: 'training', destination: 'IT', origins: ['PH', 'KE'] });
  await importAll(database.db, [training]);
  const everyone = async () =>
    Object.fromEntries(
      await Promise.all(ROLES.map(async (role) => [role, await somebody(served, role)] as const)),
    ) as Partial<Record<Identity, Somebody>>;
  people = await everyone();
  others = await everyone();
  others['destination-ministry'] = await somebody(served, 'destination-ministry', { state: 'IT' });
  others['origin-ministry'] = await somebody(served, 'origin-ministry', { state: 'KE' });
  const account = people.worker?.account ?? '';
  await database.db.insertInto('profile').values({ account, body: '{"type":"profile"}' }).execute();
  const consent = { account, purpose: 'destination-ministry', state: 'DE' } as const;
  await database.db.insertInto('consent').values(consent).execute();
  agreed = await knownAs(people['destination-ministry']);
  await storeVacancies(
    database.db,
    (
      [
        ['own', people],
        ['other', others],
      ] as const
    ).map(([id, all]) =>
      aVacancy({ id: `${id}-vacancy`, employer: employerOf(all), pathway: PUBLIC.own, destination: 'KR' }),
    ),
  );
  await trainNurses('own', 'PH');
  await trainNurses('other', 'KE');
  proposals.own = await prepared(database, people['destination-ministry']);
  proposals.other = await prepared(database, others['destination-ministry']);
});
afterAll(() => served.close());

const employerOf = (all: typeof people) => all.employer?.organisation ?? '';
const officeOf = (all: typeof people) => all['destination-ministry']?.organisation ?? '';
const PUBLIC = { own: 'kr-eps-e9', other: 'uk-skilled-worker', missing: 'no-such-pathway' };

/** What stands for each part of an address that names an object; ids of what nobody owns are the same for all. */
const PARTS: Record<string, (what: What, file: string) => string | Promise<string>> = {
  locale: () => 'en',
  id: (what, file) => {
    if (/quota|allocation/.test(file))
      return { own: 'de-short-term-quota-2026', other: 'kr-eps-e9-2026', missing: 'no-such-quota' }[what];
    if (/vacancy|position-opening|employer\/workers/.test(file)) return `${what}-vacancy`;
    if (file === 'api/partnership.ts') return `${what}-training`;
    if (/vacancy|position-opening/.test(file))
      return { own: 'v-own', other: 'v-other', missing: 'no-such-vacancy' }[what];
    if (file === 'ministry/proposal.tsx') return proposals[what];
    if (file === 'ministry/worker.tsx')
      return what === 'own' ? agreed : ((what === 'other' ? others.worker?.account : undefined) ?? randomUUID());
    if (file === 'administration/office.tsx')
      return what === 'missing' ? 'no-such-office' : officeOf(what === 'own' ? people : others);
    if (file.includes('organisation'))
      return what === 'missing' ? 'no-such-employer' : employerOf(what === 'own' ? people : others);
    return PUBLIC[what];
  },
  origin: (what) => (what === 'missing' ? 'QQ' : 'PH'),
  country: (what) => (what === 'missing' ? 'QQ' : 'PH'),
  isco: (what) => (what === 'missing' ? '9999' : '2221'),
  draft: () => randomUUID(),
  step: () => 'work',
  upload: () => randomUUID(),
  contact: () => randomUUID(),
  alert: () => randomUUID(),
  question: (what) => (what === 'missing' ? 'no-such-question' : 'nationality'),
  key: () => 'no-such-key',
  reference: () => 'no-such-reference',
  settlement: () => 'release',
  pathway: (what) => ({ own: 'de-short-term-quota', other: 'kr-eps-e9', missing: 'no-such-pathway' })[what],
  partnership: (what) => `${what}-training`,
  file: (what) => (what === 'missing' ? 'nothing.json' : 'pathway.json'),
  token: (what) =>
    what === 'missing'
      ? 'no-such-invitation'
      : invite(
          served.context.database,
          { kind: 'door' },
          { email: 'new@example.org', role: 'administrator' },
          new Date(),
        ),
};

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** What is sent to a route that does several things, some of which fewer may do. */
const BODIES: Record<string, string> = {
  'ministry/organisation.tsx': 'do=licence',
  'ministry/proposal.tsx': 'do=approve',
  'administration/office.tsx': 'do=end-sessions',
};

/** What an address has to ask for. */
const QUERIES: Record<string, string> = { 'account/follow.tsx': '?pathway=kr-eps-e9' };

/** The path of a route, from the build, with its parents'. */
function patternOf(file: string): string {
  const parts: string[] = [];
  for (let id: string | undefined = routeId(file); id !== undefined && id !== 'root'; ) {
    const route: Served['build']['routes'][string] | undefined = served.build.routes[id];
    if (!route) throw new Error(`${file} is in access.ts and not in routes.ts`);
    if (route.path) parts.unshift(route.path);
    id = route.parentId;
  }
  return `/${parts.join('/')}`;
}

async function pathOf(file: string, what: What): Promise<string> {
  const parts = patternOf(file)
    .split('/')
    .map(async (part) => {
      if (part === '*') return 'no/such/page';
      if (!part.startsWith(':')) return part;
      const made = PARTS[part.slice(1)];
      if (!made) throw new Error(`${file}: nothing stands for ${part} in this test`);
      return made(what, file);
    });
  return `${(await Promise.all(parts)).join('/')}${QUERIES[file] ?? ''}`;
}

const namesObject = (file: string) =>
  patternOf(file)
    .split('/')
    .some((part) => part.startsWith(':') && part !== ':locale');

/** Routes after which a session is over, or another one. */
const ENDS_SESSION = new Set([
  'account/sign-out.ts',
  'account/role.ts',
  'account/delete.tsx',
  'account/invitation.tsx',
]);

const kept = new Map<string, Record<string, string>>();

/** The headers of somebody, of one session and one token as long as these last. */
async function headersAs(identity: Identity, path: string, file: string): Promise<Record<string, string>> {
  const key = `${identity} ${path.startsWith('/api/')}`;
  const known = kept.get(key);
  if (known && !ENDS_SESSION.has(file)) return known;
  const made = await headersOf(served, people[identity], path);
  if (!ENDS_SESSION.has(file)) kept.set(key, made);
  return made;
}

/** What an answer's status says of the asking: refused and how, or let through, whatever became of it. */
function outcomeOf(status: number, location: string | null): string {
  if (status === 303 && location?.includes('/sign-in')) return location.includes('/sign-in/') ? 'let in' : 'sign in';
  if (status >= 500) return `broken ${status}`;
  return { 401: 'unknown', 403: 'forbidden', 404: 'missing', 405: 'method' }[status] ?? 'let in';
}

/** Routes to what nobody has made here, or what is another's. */
const NONE_THERE =
  /^(check\/saved|account\/ministry-|account\/interest|employer\/(draft|draft-step|uploaded)\.|ministry\/vacancy\.|public\/alert-stop)/;

function expected(file: string, verb: Verb, identity: Identity, what: What): readonly string[] {
  const action = ACCESS[file]?.[verb];
  const isApi = file.startsWith('api/');
  if (action === undefined) return ['method'];
  const who =
    identity === 'visitor' ? { kind: 'visitor' as const } : { kind: 'account' as const, account: '', role: identity };
  if (!mayAtAll(who, action)) {
    if (identity !== 'visitor') return ['forbidden'];
    return [isApi ? 'unknown' : 'sign in'];
  }
  if (file.endsWith('not-found.ts') || file.endsWith('not-found.tsx')) return ['missing', 'method'];
  if (NONE_THERE.test(file)) return ['missing'];
  if (file === 'employer/contact.tsx') return ['missing', 'let in']; // what is typed wrong is said before
  if (file === 'account/code.tsx') return ['let in', 'sign in']; // no code is waited for
  const only = ONLY_FOR[file];
  if (only !== undefined && !(identity === only && what === 'own')) return ['missing'];
  if (what === 'other' && OF_ITS_OWN[file] === identity) return ['forbidden'];
  if (what === 'missing' && namesObject(file)) return ['missing', 'let in'];
  return ['let in'];
}

/** What a route tells an asker of an object that is not there, where it is more than the page without it. */
const MUST_MISS = (file: string) => !['account/invitation.tsx'].includes(file);

describe.skipIf(!isBuilt)('every route, method, identity and object', () => {
  it.each(Object.keys(ACCESS))('%s', async (file) => {
    if (file === 'public/locale.tsx') return expect(patternOf(file)).toBe('/:locale'); // a frame of others
    for (const what of namesObject(file) ? OBJECTS : (['own'] as const))
      for (const identity of ['visitor', ...ROLES] as const)
        for (const verb of VERBS) {
          const path = await pathOf(file, what);
          const headers = await headersAs(identity, path, file);
          const answer = await fetch(`${served.address}${path}`, {
            method: verb,
            headers: new Headers(Object.entries({ ...headers, ...(verb !== 'GET' && FORM) })),
            ...(verb !== 'GET' && { body: BODIES[file] ?? '' }),
            redirect: 'manual',
          });
          await answer.text();
          const outcome = outcomeOf(answer.status, answer.headers.get('location'));
          const right = expected(file, verb, identity, what);
          expect(right, `${verb} ${path} as ${identity} (${what}): ${answer.status}`).toContain(outcome);
          if (verb === 'GET' && what === 'missing' && right.includes('missing') && MUST_MISS(file))
            expect(answer.status, `${path} names nothing`).toBe(404);
        }
  });
});

describe.skipIf(!isBuilt)('a cookie on the API', () => {
  it('opens nothing there', async () => {
    const { Cookie = '' } = await headersOf(served, people.administrator, '/en');
    const closed = Object.entries(ACCESS).flatMap(([file, access]) =>
      Object.entries(access).flatMap(([method, action]) =>
        file.startsWith('api/') && !('visitor' in PERMISSIONS[action]) ? [{ file, method }] : [],
      ),
    );
    expect(closed.length).toBeGreaterThan(0);
    for (const { file, method } of closed) {
      const answer = await fetch(`${served.address}${await pathOf(file, 'own')}`, { method, headers: { Cookie } });
      expect(answer.status, file).toBe(401);
    }
  });
});
