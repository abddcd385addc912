import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPartnerships } from '../../../db/queries/partnership.ts';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { TRACKS } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';

export const headers = () => ACCOUNT_HEADERS;

const MOST = 200;

export async function loader({ context }: LoaderFunctionArgs) {
  const { who, state } = officerHere(context);
  const filter = who.role === 'origin-ministry' ? { origin: state } : { destination: state };
  const partnerships = await listPartnerships(context.db, filter, { limit: MOST, offset: 0 });
  return data({ partnerships }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('partnerships.title');

function PartnershipTable() {
  const { partnerships } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('partnership.name')}</th>
          <th scope="col">{t('partnership.stage')}</th>
          <th scope="col">{t('training.starts')}</th>
          {TRACKS.map((track) => (
            <th scope="col" key={track}>
              {t(`training.${track}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partnerships.map(({ id, name, stage, misfit, startsOn, seats, seatsLeft }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/${locale}/ministry/partnerships/${id}`}>
                <Say text={name} quiet />
              </a>
            </th>
            <td data-l={t('partnership.stage')}>
              {t(misfit === null ? `partnership.${stage}` : 'partnership.flagged')}
            </td>
            <td data-l={t('training.starts')}>{f.date(startsOn)}</td>
            {TRACKS.map((track) => (
              <td key={track} data-l={t(`training.${track}`)}>
                {t('training.seats', { left: f.number(seatsLeft[track]), seats: f.number(seats[track]) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The skills partnerships of the officer's state. */
export default function PartnershipsPage() {
  const { partnerships } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        <h1>{t('partnerships.title')}</h1>
        <p className="lede">{t('partnerships.lede')}</p>
        <p>
          <a className="btn" href={`/${locale}/ministry/new-partnership`}>
            {t('partnerships.new')}
          </a>
        </p>
        {partnerships.length === 0 ? <p>{t('partnerships.none')}</p> : <PartnershipTable />}
      </div>
    </main>
  );
}
