import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { Country } from '../../domain/documents/codes.ts';
import { Registration } from '../../domain/people/organisation.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, browserNameOf, onwards, problemsOf, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { registerOrganisation } from '../../use-cases/people/organisations.ts';
import { changeRole } from '../../use-cases/people/own-account.ts';
export const headers = () => ACCOUNT_HEADERS;

export function loader({ params }: LoaderFunctionArgs) {
  const { f } = speechOf(localeOf(params));
  return data({ countries: f.countries(Country.options) }, { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const values = await fieldsOf(request);
  const read = Registration.safeParse(values);
  if (!read.success) return again(values, ...problemsOf(read.error, values));
  const session = signedIn(context);
  const role = await registerOrganisation(context.database, session, read.data);
  if (role === undefined) return again(values, { field: 'registerNumber', message: 'register.taken' });
  const name = browserNameOf(request);
  const begun = await changeRole(context.database, session, { role, browserName: name, now: new Date() });
  const to = accountPage(localeOf(params));
  return begun ? onwards(to, await context.cookies.keepSession(begun.secret, begun.role)) : onwards(to);
}

export const meta = unlistedAs('register.title');

const KINDS = ['employer', 'recruiter'] as const;

/** An employer or a labour recruiter registers; whoever does is its first member. */
export default function RegisterPage() {
  const { countries } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('register.title')}
      lede={t('register.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      reply={reply}
      labels={{
        ...{ name: t('register.name'), country: t('register.country') },
        ...{ register: t('register.register'), registerNumber: t('register.number') },
      }}
    >
      <form method="post" className="stack" noValidate>
        <fieldset>
          <legend>{t('register.kind')}</legend>
          {KINDS.map((kind) => (
            <label className="check" key={kind}>
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={(reply?.values['kind'] ?? 'employer') === kind}
              />
              <span>{t(`organisation.kind.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
        <AskText name="name" label={t('register.name')} size="long" autoComplete="organization" />
        <AskSelect
          name="country"
          label={t('register.country')}
          options={countries.map(({ code, name }) => ({ value: code, name }))}
        />
        <AskText name="register" label={t('register.register')} hint={t('register.register.hint')} size="long" />
        <AskText name="registerNumber" label={t('register.number')} size="middle" dir="ltr" />
        <p>
          <button className="btn" type="submit">
            {t('register.submit')}
          </button>
        </p>
      </form>
      <p className="small muted">{t('register.then')}</p>
    </AskPage>
  );
}
