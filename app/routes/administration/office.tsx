import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { OfficerList } from '../../components/administration/OfficerList.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, freshlySignedIn, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { officeSeenBy, STEPS, type Step, stepIn } from '../../use-cases/people/officers.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { who } = signedIn(context);
  const seen = await officeSeenBy(context.database, who, params['id'] ?? '');
  if (!seen) throw notFound('organisation', params['id'] ?? '');
  const officers = seen.officers.map(({ account, grantedAt, locale: _theirs, ...rest }) => ({
    ...{ ...rest, grantedAt: grantedAt.toISOString(), isOwn: account === who.account },
  }));
  return data({ officeName: seen.officeName, officers }, { headers: ACCOUNT_HEADERS });
}

const isStep = (text: string | undefined): text is Step => text !== undefined && Object.hasOwn(STEPS, text);

const LONGEST_WHY = 1000;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const [locale, office] = [localeOf(params), params['id'] ?? ''];
  const { who } = freshlySignedIn(request, context);
  const values = await fieldsOf(request);
  const { do: step, officer = '', [`why-${officer}`]: why = '' } = values;
  if (!isStep(step)) throw notFound('page');
  const field = `why-${officer}`;
  if (why === '' || why.length > LONGEST_WHY)
    return again(values, { field, message: why === '' ? 'form.missing' : 'form.wrong' });
  const done = await stepIn(context, who, { office, officer, step, why, publicUrl: context.publicUrl });
  if (done === 'missing') throw notFound('page');
  if (done === 'own') return again(values, { field, message: 'office.own' });
  return onwards(`/${locale}/administration/offices/${office}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return unlisted(speech, loaded?.officeName ?? speech.t('offices.administrators'));
};

/** Who acts in an office: an administrator signs them out everywhere, or takes their role away. */
export default function OfficePage() {
  const { officeName, officers } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={officeName ?? t('offices.administrators')}
      lede={t('office.lede')}
      back={{ href: `/${locale}/administration/offices`, words: t('offices.title') }}
      reply={reply}
      labels={Object.fromEntries(officers.map(({ id }) => [`why-${id}`, t('office.why')]))}
    >
      {officers.length === 0 ? <p>{t('office.none')}</p> : <OfficerList officers={officers} />}
      <p>
        <a href={accountPage(locale, 'sessions')}>{t('office.ownSessions')}</a>
      </p>
    </AskPage>
  );
}
