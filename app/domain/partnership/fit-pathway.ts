import type { Pathway } from '../documents/index.ts';
import { isShut } from '../pathway/is-shut.ts';
import { isOpenTo } from '../pathway/origins.ts';
import { may, relationOf } from '../people/permission.ts';
import type { Who } from '../people/who.ts';
import { isPartnershipKind, type Outgrown, type Partnership } from './partnership.ts';

/** Why a partnership cannot stand as it is written, and at which place of it. */
export const MISFITS = {
  'no-pathway': { path: '/pathway', says: 'there is no such pathway' },
  shut: { path: '/pathway', says: 'the pathway is closed or suspended, or has ended' },
  kind: { path: '/pathway', says: 'expected a pathway of the kind skills-partnership or training' },
  provider: {
    path: '/provider/country',
    says: 'nobody from there may come under this pathway: expected one of its origins',
  },
  foreign: {
    path: '/pathway',
    says: 'it is for the ministry of the training provider’s state to publish, or for that of the state where the pathway leads',
  },
  'of-another': { path: '/id', says: 'a partnership of other states stands under this id already' },
  moved: { path: '/pathway', says: 'a partnership stays under its pathway: publish it under another id' },
  'away-taken': { path: '/seats/away', says: 'more seats than these are taken on the away track' },
  'home-taken': { path: '/seats/home', says: 'more seats than these are taken on the home track' },
} as const;
export type Misfit = keyof typeof MISFITS;

/** Why a partnership does not fit the pathway that it names, as that stands on a day. */
export function outgrownBy(
  { provider }: Pick<Partnership, 'provider'>,
  pathway: Pathway | undefined,
  on: string,
): Outgrown | undefined {
  if (!pathway) return 'no-pathway';
  if (isShut(pathway) || (pathway.effective.to ?? on) < on) return 'shut';
  if (!isPartnershipKind(pathway.kind)) return 'kind';
  return isOpenTo(pathway, provider.country) ? undefined : 'provider';
}

/** The two states whose affair a partnership is: where people are trained, and where their way leads. */
export type Between = { origin: string; destination: string };

/** Whether somebody may do this to a partnership: the ministry of either state, each in its own part. */
export const mayWith = (who: Who, action: 'publish-partnership' | 'take-seats', { origin, destination }: Between) =>
  'role' in who && may(who, action, relationOf(who, { state: who.role === 'origin-ministry' ? origin : destination }));
