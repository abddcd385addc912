import { may } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';

/** Somebody who is signed in and acts for an organisation that may publish vacancies. */
export type Employer = { who: Extract<Who, { kind: 'account' }>; organisation: string };

/** The employer that somebody acts for; undefined of everybody else. */
export function employerOf(who: Who): Employer | undefined {
  if (who.kind !== 'account' || who.organisation === undefined) return undefined;
  return may(who, 'publish-vacancy', 'own-organisation') ? { who, organisation: who.organisation } : undefined;
}
