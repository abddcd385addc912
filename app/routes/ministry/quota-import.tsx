import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useReply } from '../../components/account/reply.tsx';
import { OccasionFields } from '../../components/quota/OccasionFields.tsx';
import { PlannedSoFar } from '../../components/quota/PlannedSoFar.tsx';
import { PlanPage } from '../../components/quota/PlanPage.tsx';
import { RowReport } from '../../components/quota/RowReport.tsx';
import { changedQuotas } from '../../domain/quota/plan.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { lookOrPrepare, unread } from '../../server/plan.server.ts';
import { ownQuotasOf } from '../../server/quota-desk.server.ts';
import { readTable } from '../../use-cases/quota/plan-table.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { pathway } = await ownQuotasOf(context, params['pathway']);
  return data({ id: pathway.id, name: pathway.name }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('quotaImport.title');

/** What a form with a file brings: its fields, and the text of the table, from the file or as it was typed. */
async function tableIn(request: Request): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of await request.formData())
    if (typeof value === 'string') values[name] = name === 'table' ? value : value.trim();
    else if (name === 'file' && value.size > 0) values['table'] = await value.text();
  return values;
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const own = await ownQuotasOf(context, params['pathway']);
  const values = await tableIn(request);
  const table = values['table'] ?? '';
  if (table.trim() === '') return unread(values, [{ field: 'file', message: 'form.missing' }]);
  const { quotas, problems } = await readTable(table, own.pathway.id);
  if (problems.length > 0) return unread(values, [], problems);
  const wanted = changedQuotas(quotas, new Map(own.quotas.map((quota) => [quota.id, quota])));
  return lookOrPrepare(context, own, { values, act: 'amended', wanted, locale: localeOf(params) });
}

/** The table as it was uploaded, to be mended in place; a file chosen anew takes its place. */
function TableFields() {
  const { t } = useSpeech();
  const text = useReply()?.values['table'];
  return (
    <>
      <p className="field middle">
        <label htmlFor="file">
          {t('quotaImport.file')} <span className="hint">{t('quotaImport.file.hint')}</span>
        </label>
        <input id="file" name="file" type="file" accept=".csv,text/csv" />
      </p>
      {text !== undefined && (
        <p className="field">
          <label htmlFor="table">
            {t('quotaImport.table')} <span className="hint">{t('quotaImport.table.hint')}</span>
          </label>
          <textarea id="table" name="table" rows={12} dir="ltr" spellCheck={false} defaultValue={text} />
        </p>
      )}
    </>
  );
}

/** Quotas from a table: what is wrong row by row, what they would change, and the way to hand them over. */
export default function QuotaImportPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useSpeech();
  return (
    <PlanPage
      pathway={{ id, name }}
      title={t('quotaImport.title')}
      lede={t('quotaImport.lede')}
      reply={answer}
      labels={{ file: t('quotaImport.file') }}
    >
      <RowReport problems={answer?.rows ?? []} />
      <PlannedSoFar reply={answer} />
      <form method="post" encType="multipart/form-data" className="stack" noValidate>
        <TableFields />
        <OccasionFields />
      </form>
    </PlanPage>
  );
}
