import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NewQuota } from '../../components/quota/NewQuota.tsx';
import { OccasionFields } from '../../components/quota/OccasionFields.tsx';
import { PlannedSoFar } from '../../components/quota/PlannedSoFar.tsx';
import { PlanPage } from '../../components/quota/PlanPage.tsx';
import { PlanRows } from '../../components/quota/PlanRows.tsx';
import { Sector } from '../../domain/documents/codes.ts';
import type { Quota } from '../../domain/documents/index.ts';
import { changedQuotas, inLaterYear } from '../../domain/quota/plan.ts';
import { addedIn, readRows } from '../../domain/quota/plan-form.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { lookOrPrepare, unread } from '../../server/plan.server.ts';
import { inYear, ownQuotasOf, yearIn } from '../../server/quota-desk.server.ts';
import { proposedIn } from '../../use-cases/publishing/office-desk.ts';

export const headers = () => ACCOUNT_HEADERS;

/** The quotas that a plan begins with beside those published: what was proposed once, or the tree of an earlier year. */
async function begun({
  request,
  context,
  params,
}: LoaderFunctionArgs): Promise<{ quotas: readonly Quota[]; from?: number }> {
  const { officer, quotas } = await ownQuotasOf(context, params['pathway']);
  const query = new URL(request.url).searchParams;
  const again = idIn(query.get('proposal') ?? undefined);
  const proposed = again === undefined ? undefined : await proposedIn(context.database, officer, again);
  if (proposed?.type === 'quotas') return { quotas: proposed.quotas };
  const like = query.get('like') ?? '';
  if (!/^[12]\d{3}$/.test(like)) return { quotas: [] };
  const year = Number(like);
  const carried = query.get('carry') === 'yes';
  const ofThatYear = quotas.filter(({ period }) => period.from.startsWith(like));
  return { quotas: inLaterYear(ofThatYear, { year, to: yearIn(request.url, context.today()), carried }), from: year };
}

export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const { pathway, quotas } = await ownQuotasOf(context, params['pathway']);
  const year = yearIn(request.url, context.today());
  const start = await begun(args);
  const published = inYear(quotas, year);
  const known = new Set(published.map(({ id }) => id));
  const before = quotas.map(({ period }) => Number(period.from.slice(0, 4))).filter((one) => one < year);
  return data(
    {
      ...{ id: pathway.id, name: pathway.name, year, published },
      begun: start.quotas,
      added: start.quotas.filter((quota) => !known.has(quota.id)),
      earlier: before.length > 0 ? Math.max(...before) : null,
      sectors: Sector.options.map((code) => ({ value: code, name: context.labels.sector(code, localeOf(params)) })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const own = await ownQuotasOf(context, params['pathway']);
  const { pathway, quotas } = own;
  const typed = await fieldsOf(request);
  const year = yearIn(request.url, context.today());
  const { added, wanted, problems } = readRows(typed, { published: inYear(quotas, year), pathway: pathway.id, year });
  if (problems.length > 0) return unread(typed, problems);
  // What was typed for a new quota is among those added by now.
  const { 'new-label': _label, 'new-places': _places, drop: _drop, ...rest } = typed;
  const values = { ...rest, added: JSON.stringify(added) };
  const changed = changedQuotas(wanted, new Map(quotas.map((quota) => [quota.id, quota])));
  return lookOrPrepare(context, own, { values, act: 'amended', wanted: changed, locale: localeOf(params) });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return unlisted(speech, loaded ? speech.t('plan.title', { year: String(loaded.year) }) : speech.t('desk.title'));
};

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Where a year has no quotas yet: its tree begins with that of an earlier one. */
function BeginFromYear({ id, year, earlier }: Pick<Loaded, 'id' | 'year'> & { earlier: number }) {
  const { t, locale } = useSpeech();
  const here = `/${locale}/ministry/quotas/${id}/plan?year=${year}&like=${earlier}`;
  return (
    <div className="note calm">
      <p>{t('plan.empty', { year: String(year), earlier: String(earlier) })}</p>
      <p className="cluster">
        <a href={here}>{t('plan.like', { earlier: String(earlier) })}</a>
        <a href={`${here}&carry=yes`}>{t('plan.carry', { earlier: String(earlier) })}</a>
      </p>
    </div>
  );
}

/** The planner of a year: the places of each quota, new ones, why and from when; what it comes to before it is handed over. */
export default function QuotaPlanPage() {
  const { id, name, year, published, begun: start, added: first, earlier, sectors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useSpeech();
  const added = answer ? addedIn(answer.values) : first;
  const rows = [...published, ...added];
  return (
    <PlanPage
      pathway={{ id, name }}
      year={year}
      title={t('plan.title', { year: String(year) })}
      lede={t('plan.lede')}
      reply={answer}
      labels={{ 'new-label': t('plan.new.label'), 'new-places': t('places.places') }}
    >
      {rows.length === 0 && earlier !== null && <BeginFromYear id={id} year={year} earlier={earlier} />}
      <PlannedSoFar reply={answer} />
      <form method="post" className="stack gap-2" noValidate>
        {/* What the Enter key presses: the first button, which must not leave a quota out. */}
        <button className="vh" type="submit" name="do" value="look" tabIndex={-1} aria-hidden="true">
          {t('plan.look')}
        </button>
        <input type="hidden" name="added" value={JSON.stringify(added)} />
        <PlanRows published={published} added={added} begun={start} />
        <NewQuota rows={rows} sectors={sectors} open={rows.length === 0} />
        <div className="ask stack">
          <OccasionFields />
        </div>
      </form>
    </PlanPage>
  );
}
