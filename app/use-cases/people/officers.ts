import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { endRole } from '../../../db/queries/account.ts';
import { endSessionsOf, listOfficers, listOffices, type OfficerRow } from '../../../db/queries/officers.ts';
import { findOrganisation } from '../../../db/queries/organisation.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import { DEFAULT_LOCALE, isLocale } from '../../i18n/locale.ts';
import type { Notice } from '../../i18n/notice.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Self } from './account-audit.ts';
import type { Post } from './post.ts';

/** What stands for the administrators where an office is named: their acts are in the chain of that name, too. */
export const ADMINISTRATORS = 'site';

const officeNamed = (name: string): string | null => (name === ADMINISTRATORS ? null : name);

export const officesSeenBy = (db: Db, who: Self) => acting(db, who, listOffices);

/** An office, of which null is no ministry's but the administrators', and who acts in it; undefined where there is none. */
export function officeSeenBy(
  db: Db,
  who: Self,
  name: string,
): Promise<{ officeName: string | null; officers: OfficerRow[] } | undefined> {
  return acting(db, who, async (trx) => {
    const id = officeNamed(name);
    const office = id === null ? undefined : await findOrganisation(trx, id);
    if (id !== null && office?.kind !== 'ministry') return undefined;
    return { officeName: office?.name ?? null, officers: await listOfficers(trx, id) };
  });
}

/** What an administrator may do to an officer, and how the officer is told of it. */
export const STEPS = { 'end-sessions': 'sessions-ended', 'remove-officer': 'role-ended' } as const satisfies Record<
  string,
  Notice['kind']
>;
export type Step = keyof typeof STEPS;

const steps: Record<Step, (trx: Writer, officer: OfficerRow) => Promise<unknown>> = {
  'end-sessions': (trx, { account }) => endSessionsOf(trx, account),
  'remove-officer': (trx, { id }) => endRole(trx, id),
};

type Taken = { office: string; officer: string; step: Step; why: string; publicUrl: string };

/** Signs an officer out everywhere or takes the role away, and tells them why. `own`: nobody does either to themselves. */
export function stepIn(
  { database, post }: { database: Db; post: Post },
  who: Self,
  { office, officer: role, step, why, publicUrl }: Taken,
): Promise<'done' | 'missing' | 'own'> {
  return acting(database, who, async (trx) => {
    const officer = (await listOfficers(trx, officeNamed(office))).find(({ id }) => id === role);
    if (!officer) return 'missing';
    if (!may(who, step, relationOf(who, { account: officer.account }))) return 'own';
    await steps[step](trx, officer);
    const locale = isLocale(officer.locale) ? officer.locale : DEFAULT_LOCALE;
    const notice = { kind: STEPS[step], why, url: `${publicUrl}/${locale}/sign-in` };
    for (const address of officer.emails) await post(trx, { to: { kind: 'email', address }, locale, notice });
    await appendAudit(trx, {
      ...{ chain: office, who, forWhom: officer.account, action: step, why },
      ...{ object: { type: 'account', id: officer.account }, before: { role: officer.role, state: officer.state } },
    });
    return 'done';
  });
}
