import type { ProposedType } from '../../../db/schema/proposal.ts';
import { may } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';

/** Somebody who acts in an office for a state, and what they publish there. */
export type Officer = {
  who: Extract<Who, { kind: 'account' }>;
  account: string;
  office: string;
  state: string;
  publishes: ProposedType;
};

/** The officer that somebody acts as; undefined for everybody else. */
export function officerOf(who: Who): Officer | undefined {
  if (who.kind !== 'account' || who.organisation === undefined || who.state === undefined) return undefined;
  const { account, organisation: office, state } = who;
  const pathways = may(who, 'publish-pathway', 'own-state');
  if (!pathways && !may(who, 'publish-procedure', 'own-state')) return undefined;
  return { who, account, office, state, publishes: pathways ? 'pathway' : 'procedure' };
}
