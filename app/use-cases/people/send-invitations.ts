import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listAddresses } from '../../../db/queries/account.ts';
import { deleteInvitation, type Invitation, listInvitations, renewInvitation } from '../../../db/queries/invitation.ts';
import type { Address } from '../../domain/people/address.ts';
import { formatOf } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import type { Self } from './account-audit.ts';
import { endOf, type Invited, inviteWithin, writeInvitation } from './invitations.ts';
import type { Post } from './post.ts';

type Sending = { database: Db; post: Post; sends: readonly Address['kind'][] };
type Letter = { locale: Locale; publicUrl: string; now: Date };

/** The link, and whether it is on its way to whom it is for: where no e-mail can be sent, somebody hands it over. */
export type Sent = { link: string; email: string; sent: boolean };

async function sendLink(
  trx: Writer,
  { post, sends }: Sending,
  who: Self,
  { token, invitation: { email, role, state } }: { token: string; invitation: Invitation },
  { locale, publicUrl, now }: Letter,
): Promise<Sent> {
  const link = `${publicUrl}/${locale}/invitation/${token}`;
  const sent = sends.includes('email');
  if (sent) {
    const f = formatOf(locale);
    const own = (await listAddresses(trx, who.account)).find(({ kind }) => kind === 'email');
    const words = [translate(locale, `role.${role}`), ...(state === null ? [] : [f.country(state)])];
    await post(trx, {
      to: { kind: 'email', address: email },
      locale,
      notice: {
        kind: 'invitation',
        by: own?.address ?? 'none',
        role: words.join(translate(locale, 'value.colon')),
        until: f.moment(endOf(now).toISOString()),
        url: link,
      },
    });
  }
  return { link, email, sent };
}

/** Invites somebody by e-mail. */
export const inviteByMail = (doors: Sending, who: Self, invited: Invited, letter: Letter): Promise<Sent> =>
  acting(doors.database, who, async (trx) =>
    sendLink(trx, doors, who, await inviteWithin(trx, who, invited, letter.now), letter),
  );

/** Sends an invitation once more, by another link: the one before opens nothing from then on. Undefined where none stands open. */
export const inviteAgain = (doors: Sending, who: Self, id: string, letter: Letter): Promise<Sent | undefined> =>
  acting(doors.database, who, async (trx) => {
    const token = newSecret();
    const anew = { token_hash: hashOfSecret(token), expires_at: endOf(letter.now) };
    const invitation = await renewInvitation(trx, id, anew);
    if (!invitation) return undefined;
    await writeInvitation(trx, who, id, invitation, { after: 'sent again' });
    return sendLink(trx, doors, who, { token, invitation }, letter);
  });

/** Takes an invitation back: its link opens nothing from then on. */
export const uninvite = (db: Db, who: Self, id: string): Promise<void> =>
  acting(db, who, async (trx) => {
    const invitation = await deleteInvitation(trx, id);
    if (!invitation) return;
    const { role, state, organisation } = invitation;
    await writeInvitation(trx, who, id, invitation, { before: { role, state, organisation }, after: null });
  });

/** What nobody accepted yet, over or not. */
export const openInvitations = (db: Db, who: Self) => acting(db, who, listInvitations);
