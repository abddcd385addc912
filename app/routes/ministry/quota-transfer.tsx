import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { OccasionFields } from '../../components/quota/OccasionFields.tsx';
import { PlannedSoFar } from '../../components/quota/PlannedSoFar.tsx';
import { PlanPage } from '../../components/quota/PlanPage.tsx';
import { quotaLabel } from '../../components/quota/QuotaName.tsx';
import { readCount } from '../../domain/check/typed/number.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { SomePlaces } from '../../domain/documents/numbers.ts';
import { type NoTransfer, transfer } from '../../domain/quota/plan.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { lookOrPrepare, unread } from '../../server/plan.server.ts';
import { inYear, ownQuotasOf, yearIn } from '../../server/quota-desk.server.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const year = yearIn(request.url, context.today());
  const parts = inYear(quotas, year).filter(({ parent }) => parent !== undefined);
  return data({ id: pathway.id, name: pathway.name, year, parts }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('transfer.title');

const FIELD: Record<NoTransfer, string> = { same: 'to', 'not-siblings': 'to', 'too-many': 'places' };

export async function action({ params, request, context }: ActionFunctionArgs) {
  const own = await ownQuotasOf(context, params['pathway']);
  const values = await fieldsOf(request);
  const chosen = (field: 'of' | 'to') => own.quotas.find(({ id }) => id === values[field]);
  const [source, target] = [chosen('of'), chosen('to')];
  const places = readCount(typedIn(new URLSearchParams(values)), 'places', SomePlaces);
  if (!source || !target || !places.ok)
    return unread(values, [
      ...(source ? [] : [{ field: 'of', message: 'slip.choose' as const }]),
      ...(target ? [] : [{ field: 'to', message: 'slip.choose' as const }]),
      ...(places.ok ? [] : [{ field: 'places', message: 'slip.count' as const }]),
    ]);
  const moved = transfer(source, target, places.value);
  if (!moved.ok) return unread(values, [{ field: FIELD[moved.problem], message: `transfer.${moved.problem}` }]);
  return lookOrPrepare(context, own, { values, act: 'transferred', wanted: moved.quotas, locale: localeOf(params) });
}

/** Places from one part of a quota to another: what would change, before it is handed over. */
export default function QuotaTransferPage() {
  const { id, name, year, parts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const speech = useSpeech();
  const { t, f } = speech;
  const options = parts.map((quota) => ({
    value: quota.id,
    name: t('transfer.option', {
      quota: quotaLabel(speech, quota),
      places: f.number(quota.places - quota.allocated),
    }),
  }));
  return (
    <PlanPage
      pathway={{ id, name }}
      year={year}
      title={t('transfer.title')}
      lede={t('transfer.lede')}
      reply={answer}
      labels={{ of: t('transfer.of'), to: t('transfer.to'), places: t('places.places') }}
    >
      {parts.length < 2 ? (
        <p>{t('transfer.none', { year: String(year) })}</p>
      ) : (
        <div className="split">
          <form method="post" className="stack" noValidate>
            <AskSelect name="of" label={t('transfer.of')} options={options} />
            <AskSelect name="to" label={t('transfer.to')} options={options} />
            <AskText name="places" label={t('places.places')} size="short" inputMode="numeric" />
            <OccasionFields />
          </form>
          <div className="stack">
            <PlannedSoFar reply={answer} />
          </div>
        </div>
      )}
    </PlanPage>
  );
}
