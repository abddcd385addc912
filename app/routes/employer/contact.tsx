import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskText } from '../../components/account/AskInputs.tsx';
import { AskPage } from '../../components/account/AskPage.tsx';
import { ContactMark } from '../../components/contact/ContactMark.tsx';
import { MatchLine, ScoreReasons } from '../../components/matching/MatchDetails.tsx';
import { PartList } from '../../components/profile/PartList.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { isReason } from '../../domain/people/reason.ts';
import { turnOf } from '../../domain/vacancy/contact.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { partsShown } from '../../server/match-view.server.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere } from '../../server/posting.server.ts';
import { asCheck, employerRows } from '../../server/profile.server.ts';
import { answerWorker, lookAtWorker } from '../../use-cases/vacancy/contacts.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idIn(params['contact']);
  const on = context.today();
  const shown = id === undefined ? undefined : await lookAtWorker(context, employerHere(context), { id, on });
  if (!shown) throw notFound('page');
  const { contact, profile, email, phone, match } = shown;
  const speech = speechOf(localeOf(params));
  const rows = employerRows(await asCheck(context, profile), speech, context);
  const { vacancy, title, begunBy, status } = contact;
  const weighed = match && { ...match, parts: partsShown(match, context, speech) };
  return data(
    { vacancy, title, state: { begunBy, status }, email, phone, rows, match: weighed },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const employer = employerHere(context);
  const values = await fieldsOf(request);
  const id = idIn(params['contact']);
  if (id === undefined) throw notFound('page');
  const why = values['why'] ?? '';
  const accepted = values['do'] === 'accept';
  if (!accepted && !isReason(why))
    return again(values, { field: 'why', message: why === '' ? 'form.missing' : 'form.wrong' });
  const answer = accepted ? ({ accepted } as const) : ({ accepted, why } as const);
  if (await answerWorker(context.database, employer, { id, answer })) return onwards(`/${localeOf(params)}/employer`);
  return again(values, { field: 'why', message: 'move.elsewhere' });
}

export const meta = unlistedAs('contact.worker');

/** A worker who answered a vacancy, or accepted an approach: the profile, how they are reached, and the answer that is owed. */
export default function ContactPage() {
  const { vacancy, title, state, email, phone, rows, match } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('contact.worker')}
      lede={<Say text={title} />}
      back={{ href: `/${locale}/employer/vacancies/${vacancy}`, words: t('contact.back') }}
      reply={reply}
      labels={{ why: t('contact.why') }}
      wide={
        <Section id="told" title={t('contact.told')}>
          {rows.length > 0 ? <PartList rows={rows} isOwn={false} /> : <p>{t('contact.toldNothing')}</p>}
        </Section>
      }
    >
      <p>
        <ContactMark {...state} to="employer" />
      </p>
      {match && (
        <div>
          <MatchLine {...match} />
          <ScoreReasons {...match} title={t('contact.worker')} />
        </div>
      )}
      <dl className="meta">
        {email && (
          <>
            <dt>{t('contact.email')}</dt>
            <dd>
              <a href={`mailto:${email}`}>
                <bdi dir="ltr">{email}</bdi>
              </a>
            </dd>
          </>
        )}
        {phone && (
          <>
            <dt>{t('contact.phone')}</dt>
            <dd>
              <a href={`tel:${phone}`}>
                <bdi dir="ltr">{phone}</bdi>
              </a>
            </dd>
          </>
        )}
      </dl>
      <p className="note calm">{t('contact.logged')}</p>
      {turnOf(state) === 'employer' && (
        <>
          <form method="post">
            <button className="btn" type="submit" name="do" value="accept">
              {t('contact.accept')}
            </button>
          </form>
          <form method="post" className="stack" noValidate>
            <AskText name="why" label={t('contact.why')} hint={t('contact.why.hint')} size="long" />
            <button className="btn two" type="submit" name="do" value="decline">
              {t('contact.decline')}
            </button>
          </form>
        </>
      )}
    </AskPage>
  );
}
