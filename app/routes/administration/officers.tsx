import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { InvitationList } from '../../components/administration/InvitationList.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { Country } from '../../domain/documents/codes.ts';
import { readEmail } from '../../domain/people/address.ts';
import { MINISTRIES } from '../../domain/people/who.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import {
  inviteAgain,
  inviteByMail,
  openInvitations,
  type Sent,
  uninvite,
} from '../../use-cases/people/send-invitations.ts';

export const headers = () => ACCOUNT_HEADERS;

const ROLES = [...MINISTRIES, 'administrator'] as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { f } = speechOf(localeOf(params));
  const open = await openInvitations(context.database, signedIn(context).who);
  const invitations = open.map(({ expiresAt, ...rest }) => ({
    ...{ ...rest, until: expiresAt.toISOString(), isOver: expiresAt <= new Date() },
  }));
  return data({ countries: f.countries(Country.options), invitations }, { headers: ACCOUNT_HEADERS });
}

/** The form as it was sent, and the link that came of it. */
const shown = (sent: Sent) => data({ values: {}, problems: [], ...sent }, { headers: ACCOUNT_HEADERS });

/** Sends an invitation again, or takes it back. */
async function doToInvitation(
  { params, context }: ActionFunctionArgs,
  { id, do: what }: Readonly<Record<string, string>>,
) {
  const locale = localeOf(params);
  const { who } = signedIn(context);
  const invitation = idIn(id);
  if (invitation === undefined) throw notFound('page');
  if (what === 'withdraw') {
    await uninvite(context.database, who, invitation);
    return onwards(`/${locale}/administration/officers`);
  }
  const letter = { locale, publicUrl: context.publicUrl, now: new Date() };
  const sent = await inviteAgain(context, who, invitation, letter);
  if (!sent) throw notFound('page');
  return shown(sent);
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const locale = localeOf(params);
  const values = await fieldsOf(request);
  if (values['do'] === 'again' || values['do'] === 'withdraw') return doToInvitation(args, values);
  const email = readEmail(values['email'] ?? '');
  const role = ROLES.find((one) => one === values['role']);
  const state = Country.safeParse(values['state']);
  if (!email) return again(values, { field: 'email', message: 'signIn.address.email' });
  if (!role) return again(values, { field: 'role', message: 'form.missing' });
  if (role !== 'administrator' && !state.success) return again(values, { field: 'state', message: 'form.missing' });
  const invited = { email: email.address, role, state: role === 'administrator' ? undefined : state.data };
  const letter = { locale, publicUrl: context.publicUrl, now: new Date() };
  return shown(await inviteByMail(context, signedIn(context).who, invited, letter));
}

export const meta = unlistedAs('officers.title');

/** An administrator invites officers: the link is sent, and shown once, to be handed over where no e-mail comes through. */
export default function OfficersPage() {
  const { countries, invitations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('officers.title')}
      lede={t('officers.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ role: t('officers.role'), state: t('officers.state') }}
      wide={
        invitations.length > 0 && (
          <Section id="open" title={t('officers.open')}>
            <InvitationList invitations={invitations} />
          </Section>
        )
      }
    >
      {reply && 'link' in reply && (
        <div className="note calm" role="status">
          <p>
            {t(reply.sent ? 'officers.sent' : 'officers.link')} <bdi dir="ltr">{reply.email}</bdi>
          </p>
          <p className="break">
            <a href={reply.link} dir="ltr">
              {reply.link}
            </a>
          </p>
        </div>
      )}
      <form method="post" className="stack" noValidate>
        <AskText name="email" label={t('officers.email')} size="long" dir="ltr" />
        <AskSelect
          name="role"
          label={t('officers.role')}
          options={ROLES.map((value) => ({ value, name: t(`role.${value}`) }))}
        />
        <AskSelect
          name="state"
          label={t('officers.state')}
          options={countries.map(({ code, name }) => ({ value: code, name }))}
        />
        <p>
          <button className="btn" type="submit">
            {t('officers.invite')}
          </button>
        </p>
      </form>
    </AskPage>
  );
}
