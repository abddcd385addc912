import type { LoaderFunctionArgs } from '@remix-run/node';
import { CHECK_KEY } from '../components/vacancy/list-place.ts';
import type { BadPart } from '../domain/check/answers.ts';
import { may } from '../domain/people/permission.ts';
import { Person } from '../domain/rule/person.ts';
import { ownProfile } from '../use-cases/people/own-profile.ts';
import { openCheck, queryOf } from '../use-cases/take-check.ts';
import { sessionOf } from './check-session.server.ts';

/** Who looks for work, as far as anything is known of her: by the check that an address holds, or by the profile of who is signed in. */
export type Seeker =
  | { by: 'check'; person: Person; query: string; bad: readonly BadPart[]; forgotten: boolean }
  | { by: 'profile'; person: Person };

type Asking = Pick<LoaderFunctionArgs, 'request' | 'context'>;

async function byCheck({ request, context }: Asking): Promise<Seeker | undefined> {
  const stated = new URL(request.url).searchParams.get(CHECK_KEY);
  if (!stated) return undefined;
  const session = await sessionOf(request, context.publicUrl);
  const check = await openCheck(context, { params: new URLSearchParams(stated), session, on: context.today() });
  const { person, bad, forgotten } = check;
  return { by: 'check', person, query: queryOf(check), bad, forgotten };
}

async function byProfile({ context }: Asking): Promise<Seeker | undefined> {
  const { session } = context;
  if (!session || !may(session.who, 'read-profile', 'own')) return undefined;
  return { by: 'profile', person: new Person(await ownProfile(context.database, session), context.today()) };
}

/** Undefined: nothing is known of whoever asks. */
export const seekerOf = async (asking: Asking): Promise<Seeker | undefined> =>
  (await byCheck(asking)) ?? byProfile(asking);

/** Whether she told anything. */
export const hasTold = ({ person: { profile } }: Seeker): boolean => Object.keys(profile).length > 1;
