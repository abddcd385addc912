import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { inForce } from '../../components/quota/tree.ts';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { listOwnQuotas } from '../../use-cases/quota/quota-desk.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const on = context.today();
  const all = await listOwnQuotas(context.db, officerHere(context), on);
  const rows = all.map(({ pathway: { id, name }, quotas }) => {
    const counted = quotas.filter(
      (quota) => quota.parent === undefined && quota.kind !== 'target' && inForce(quota, on),
    );
    const sum = (figure: 'places' | 'allocated' | 'used' | 'remaining') =>
      counted.reduce((total, quota) => total + quota[figure], 0);
    const figures = {
      places: sum('places'),
      allocated: sum('allocated'),
      used: sum('used'),
      remaining: sum('remaining'),
    };
    return { id, name, figures: counted.length > 0 ? figures : null };
  });
  return data({ rows }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('desk.title');

const FIGURES = {
  places: 'places.places',
  allocated: 'places.allocated',
  used: 'places.takenUp',
  remaining: 'places.remaining',
} as const;
const figures = ['places', 'allocated', 'used', 'remaining'] as const;

/** The pathways of a state with what is left of their places today, each with the way to its planner. */
export default function MinistryQuotasPage() {
  const { rows } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        <h1>{t('desk.title')}</h1>
        <p className="lede">{t('desk.lede')}</p>
        {rows.length === 0 ? (
          <p>{t('desk.none')}</p>
        ) : (
          <table className="nums fold">
            <caption>{t('desk.today')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('desk.pathway')}</th>
                {figures.map((figure) => (
                  <th scope="col" className="num" key={figure}>
                    {t(FIGURES[figure])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, figures: sums }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`/${locale}/ministry/quotas/${id}`}>
                      <Say text={name} quiet />
                    </a>
                  </th>
                  {figures.map((figure) => (
                    <td className="num" data-l={t(FIGURES[figure])} key={figure}>
                      {sums ? f.number(sums[figure]) : '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </main>
  );
}
