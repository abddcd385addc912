import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { Country } from '../../domain/documents/codes.ts';
import { readEmail } from '../../domain/people/address.ts';
import { MINISTRIES } from '../../domain/people/who.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { invite } from '../../use-cases/people/invitations.ts';
export const headers = () => ACCOUNT_HEADERS;

const ROLES = [...MINISTRIES, 'administrator'] as const;

export function loader({ params }: LoaderFunctionArgs) {
  const { f } = speechOf(localeOf(params));
  return data({ countries: f.countries(Country.options) }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const values = await fieldsOf(request);
  const email = readEmail(values['email'] ?? '');
  const role = ROLES.find((one) => one === values['role']);
  const state = Country.safeParse(values['state']);
  if (!email) return again(values, { field: 'email', message: 'signIn.address.email' });
  if (!role) return again(values, { field: 'role', message: 'form.missing' });
  if (role !== 'administrator' && !state.success) return again(values, { field: 'state', message: 'form.missing' });
  const invited = { email: email.address, role, state: role === 'administrator' ? undefined : state.data };
  const token = await invite(context.database, signedIn(context).who, invited, new Date());
  const link = `${context.publicUrl}/${locale}/invitation/${token}`;
  return data({ values: {}, problems: [], link, email: email.address }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('officers.title');

/** An administrator invites officers: the link is shown once, to be handed over. */
export default function OfficersPage() {
  const { countries } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('officers.title')}
      lede={t('officers.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{ role: t('officers.role'), state: t('officers.state') }}
    >
      {reply && 'link' in reply && (
        <div className="note calm" role="status">
          <p>
            {t('officers.link')} <bdi dir="ltr">{reply.email}</bdi>
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
