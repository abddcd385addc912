import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { MatchDetails, MatchLine } from '../../components/matching/MatchDetails.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { matchView } from '../../server/match-view.server.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere, ownPostingHere } from '../../server/posting.server.ts';
import { anonymousLines } from '../../server/worker-view.server.ts';
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
      workers: (found.outcome === 'found' ? found.matches : []).map(({ person, profile, ...match }) => ({
        ...{ person, lines: anonymousLines(profile, speech, context.labels), match: matchView(match, context, speech) },
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
      wide={workers.map(({ person, lines, match }, at) => {
        const name = t('contact.one', { number: f.number(at + 1) });
        return (
          <article className="row" key={person}>
            <div className="stack">
              <h2>{name}</h2>
              <p>
                <MatchLine {...match} />
              </p>
              <ul className="plain">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <MatchDetails match={match} title={name} />
              <form method="post">
                <button className="btn two" type="submit" name="person" value={person}>
                  {t('found.approach')} <span className="vh">{name}</span>
                </button>
              </form>
            </div>
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
