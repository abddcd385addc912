import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { ContactMark } from '../../components/contact/ContactMark.tsx';
import { MatchDetails, MatchLine } from '../../components/matching/MatchDetails.tsx';
import { showsProfile } from '../../domain/vacancy/contact.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { matchView } from '../../server/match-view.server.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere, ownPostingHere } from '../../server/posting.server.ts';
import { anonymousRows } from '../../server/worker-view.server.ts';
import { findWorkers } from '../../use-cases/matching/find-workers.ts';
import { approach } from '../../use-cases/vacancy/contacts.ts';

export const headers = () => ACCOUNT_HEADERS;

const BEST = 20;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { who } = employerHere(context);
  const speech = speechOf(localeOf(params));
  const vacancy = params['id'] ?? '';
  const found = await findWorkers(context, who, { vacancy, on: context.today(), limit: BEST });
  if (found.outcome === 'missing' || found.outcome === 'forbidden') throw notFound('vacancy', vacancy);
  return data(
    {
      vacancy,
      isOpen: found.outcome === 'found',
      workers: (found.outcome === 'found' ? found.matches : []).map(({ person, profile, contact, ...match }) => ({
        ...{ person, contact: contact ?? null },
        ...{ rows: anonymousRows(profile, speech, context.labels), match: matchView(match, context, speech) },
      })),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { employer, posting } = await ownPostingHere(context, params['id']);
  const vacancy = posting.vacancy.id;
  const person = idIn((await fieldsOf(request))['person']);
  const asked = person !== undefined && (await approach(context.database, employer, { vacancy, person }));
  if (asked) return onwards(`/${localeOf(params)}/employer/vacancies/${vacancy}#answered`);
  return data({ gone: true }, { status: 409, headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('found.title');

type Row = ReturnType<typeof useLoaderData<typeof loader>>['workers'][number];

/** Asks a worker, or says where it stands with one who was asked or answered, and who it is where they show it. */
function Contacted({ person, contact, name }: Pick<Row, 'person' | 'contact'> & { name: string }) {
  const { t, locale } = useSpeech();
  if (contact === null)
    return (
      <form method="post">
        <button className="btn two" type="submit" name="person" value={person}>
          {t('found.approach')} <span className="vh">{name}</span>
        </button>
      </form>
    );
  return (
    <p>
      <ContactMark {...contact} to="employer" />
      {showsProfile(contact) && (
        <>
          {' · '}
          <a href={`/${locale}/employer/contacts/${contact.id}`}>
            {t('found.open')} <span className="vh">{name}</span>
          </a>
        </>
      )}
    </p>
  );
}

/** The best workers for an own vacancy, of those who agreed to be found: what they can do, never who they are. */
export default function WorkersPage() {
  const { vacancy, isOpen, workers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, f, locale } = useSpeech();
  return (
    <AskPage
      title={t('found.title')}
      lede={t('found.lede')}
      back={{ href: `/${locale}/employer/vacancies/${vacancy}`, words: t('contact.back') }}
      wide={workers.map(({ person, contact, rows, match }, at) => {
        const name = t('found.one', { number: f.number(at + 1) });
        return (
          <article className="row" key={person}>
            <div className="stack">
              <h2>{name}</h2>
              <p>
                <MatchLine {...match} />
              </p>
              <Contacted person={person} contact={contact} name={name} />
              <MatchDetails match={match} title={name} />
            </div>
            <dl className="figures">
              {rows.map(({ label, value }) => (
                <Fragment key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ))}
            </dl>
          </article>
        );
      })}
    >
      {refused && (
        <p className="note" role="alert">
          {t('found.gone')}
        </p>
      )}
      {!isOpen && <p>{t('found.notOpen')}</p>}
      {isOpen && workers.length === 0 && <p>{t('found.none')}</p>}
      <p className="note calm">{t('found.logged')}</p>
    </AskPage>
  );
}
