import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countedQuotas } from '../../components/pathway/Places.tsx';
import { FIGURES, sumsOf } from '../../components/quota/figures.ts';
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
    const counted = countedQuotas(quotas, on);
    return { id, name, figures: counted.length > 0 ? sumsOf(counted) : null };
  });
  return data({ rows }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('desk.title');

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
                {FIGURES.map(([figure, called]) => (
                  <th scope="col" className="num" key={figure}>
                    {t(called)}
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
                  {FIGURES.map(([figure, called]) => (
                    <td className="num" data-l={t(called)} key={figure}>
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
