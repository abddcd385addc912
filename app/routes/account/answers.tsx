import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { ContactMark } from '../../components/contact/ContactMark.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Employer } from '../../components/vacancy/VacancyRow.tsx';
import { turnOf } from '../../domain/vacancy/contact.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { ownContacts, settleOwn, WORKER_ACTS, type WorkerAct } from '../../use-cases/vacancy/contacts.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ context }: LoaderFunctionArgs) {
  const contacts = await ownContacts(context.database, signedIn(context));
  return data(
    {
      contacts: contacts.map(
        ({ id, vacancy, title, employer, employerName, begunBy, begunAt, status, why, stage }) => ({
          ...{ id, vacancy, title, employer: { id: employer, name: employerName }, begunBy, status, why, stage },
          begunAt: begunAt.toISOString(),
        }),
      ),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

const isAct = (text: string | undefined): text is WorkerAct => text !== undefined && Object.hasOwn(WORKER_ACTS, text);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { id: which, do: act } = await fieldsOf(request);
  const id = idIn(which);
  const done = id !== undefined && isAct(act) && (await settleOwn(context.database, signedIn(context), { id, act }));
  return done
    ? onwards(accountPage(localeOf(params), 'answers'))
    : data(
        { message: act === 'accept' ? ('answers.notOffered' as const) : ('move.elsewhere' as const) },
        { status: 409, headers: ACCOUNT_HEADERS },
      );
}

export const meta = unlistedAs('answers.title');

type Row = ReturnType<typeof useLoaderData<typeof loader>>['contacts'][number];

/** What may be done about one. */
function Acts({ id, begunBy, status, title }: Row) {
  const { t, plain } = useSpeech();
  const acts: readonly WorkerAct[] =
    turnOf({ begunBy, status }) === 'worker'
      ? ['accept', 'decline']
      : status === 'waiting' || status === 'accepted'
        ? ['withdraw']
        : [];
  return (
    <form method="post" className="cluster">
      <input type="hidden" name="id" value={id} />
      {acts.map((act) => (
        <button key={act} className={act === 'accept' ? 'btn' : 'btn two'} type="submit" name="do" value={act}>
          {t(`answers.${act}`)} <span className="vh">{plain(title)}</span>
        </button>
      ))}
    </form>
  );
}

/** The vacancies that one answered, and the employers that asked. */
export default function AnswersPage() {
  const { contacts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, f, locale } = useSpeech();
  return (
    <AskPage
      title={t('answers.title')}
      lede={t('answers.lede')}
      back={{ href: accountPage(locale), words: t('account.title') }}
      wide={
        contacts.length > 0 && (
          <ul className="plain told">
            {contacts.map((row) => (
              <li key={row.id}>
                <span>
                  <a href={`/${locale}/vacancies/${row.vacancy}`}>
                    <Say text={row.title} quiet />
                  </a>
                  {' · '}
                  <Employer employer={row.employer} />
                  <br />
                  <ContactMark {...row} to="worker" />
                  {row.why && (
                    <>
                      <br />
                      {t('answers.why')}
                      {t('value.colon')}
                      <bdi>{row.why}</bdi>
                    </>
                  )}
                  <br />
                  <span className="small muted">
                    {f.moment(row.begunAt)}
                    {row.stage !== 'published' && ` · ${t(`vacancyStage.${row.stage}`)}`}
                  </span>
                </span>
                <Acts {...row} />
              </li>
            ))}
          </ul>
        )
      }
    >
      {refused && (
        <p className="note" role="alert">
          {t(refused.message)}
        </p>
      )}
      {contacts.length === 0 && <p>{t('answers.none')}</p>}
    </AskPage>
  );
}
