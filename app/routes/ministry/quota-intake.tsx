import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskDay, AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { quotaLabel } from '../../components/quota/QuotaName.tsx';
import { dayMessage, readDay } from '../../domain/check/typed/date.ts';
import { readCount } from '../../domain/check/typed/number.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { inYear, ownQuotasOf, yearIn } from '../../server/quota-desk.server.ts';
import { reportIntake } from '../../use-cases/quota/quota-desk.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const year = yearIn(request.url, context.today());
  return data({ id: pathway.id, year, quotas: inYear(quotas, year) }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('intake.title');

const isUrl = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text) && text.length <= 2000;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { officer, pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const values = await fieldsOf(request);
  const typed = typedIn(new URLSearchParams(values));
  const quota = quotas.find(({ id }) => id === values['quota']);
  const used = readCount(typed, 'used');
  const asOf = readDay(typed, 'asOf');
  const [title, url] = [typed.one('sourceTitle'), typed.one('sourceUrl')];
  if (!quota) return again(values, { field: 'quota', message: 'slip.choose' });
  if (!used.ok) return again(values, { field: 'used', message: 'slip.count' });
  if (!asOf.ok) return again(values, { field: 'asOf-day', message: dayMessage(asOf.slips) });
  if (asOf.value > context.today()) return again(values, { field: 'asOf-day', message: 'slip.dayToCome' });
  if (title === '' || title.length > 300)
    return again(values, { field: 'sourceTitle', message: title === '' ? 'form.missing' : 'form.wrong' });
  if (url !== '' && !isUrl(url)) return again(values, { field: 'sourceUrl', message: 'form.wrong' });
  await reportIntake(context.database, officer, {
    ...{ quota: quota.id, used: used.value, asOf: asOf.value, sourceTitle: title, sourceUrl: url === '' ? null : url },
  });
  const year = yearIn(request.url, context.today());
  return onwards(`/${localeOf(params)}/ministry/quotas/${pathway.id}?year=${year}#intake`);
}

/** What became of the places of a period, with its source: beside the ceiling, which is no intake. */
export default function QuotaIntakePage() {
  const { id, year, quotas } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const speech = useSpeech();
  const { t, locale } = speech;
  return (
    <AskPage
      title={t('intake.title')}
      lede={t('intake.lede')}
      back={{ href: `/${locale}/ministry/quotas/${id}?year=${year}`, words: t('desk.title') }}
      reply={reply}
      labels={{
        ...{ quota: t('places.quota'), used: t('intake.used'), 'asOf-day': t('intake.asOf') },
        ...{ sourceTitle: t('intake.source'), sourceUrl: t('intake.url') },
      }}
    >
      <form method="post" className="stack" noValidate>
        <AskSelect
          name="quota"
          label={t('places.quota')}
          options={quotas.map((quota) => ({ value: quota.id, name: quotaLabel(speech, quota) }))}
        />
        <AskText name="used" label={t('intake.used')} hint={t('intake.used.hint')} size="short" inputMode="numeric" />
        <AskDay name="asOf" legend={t('intake.asOf')} />
        <AskText name="sourceTitle" label={t('intake.source')} size="long" />
        <AskText name="sourceUrl" label={t('intake.url')} size="long" dir="ltr" />
        <p>
          <button className="btn" type="submit">
            {t('intake.submit')}
          </button>
        </p>
      </form>
    </AskPage>
  );
}
