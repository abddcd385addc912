import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FlawList } from '../../components/posting/FlawList.tsx';
import { VacancyRows } from '../../components/posting/VacancyRows.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { DRAFT_STEPS, missingOn } from '../../domain/vacancy/draft/steps.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { draftHere, flawViews, namesOf } from '../../server/posting.server.ts';
import { heldBy } from '../../server/posting-step.server.ts';
import { discardDraft, submitDraft } from '../../use-cases/vacancy/drafts.ts';
import { lookAtDraft } from '../../use-cases/vacancy/flaws-of-draft.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const draft = await draftHere(context, params['draft']);
  const speech = speechOf(localeOf(params));
  const looked = await lookAtDraft(context.db, draft, { on: context.today(), held: await heldBy(context, draft) });
  return data(
    {
      ...{ id: draft.id, vacancy: draft.vacancy },
      shown: {
        body: draft.body,
        marketTest: draft.marketTest,
        names: namesOf(draft.body, looked.pathway, context, speech),
      },
      flaws: flawViews(looked.flaws, context, speech),
      missing: DRAFT_STEPS.filter((step) => missingOn(draft.body, step).length > 0),
      verifies: looked.pathway?.vacancies?.verifiedBy === 'destination',
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { employer, id } = await draftHere(context, params['draft']);
  const desk = `/${localeOf(params)}/employer`;
  const { do: button } = await fieldsOf(request);
  if (button === 'discard') {
    await discardDraft(context.database, employer, id);
    return onwards(desk);
  }
  const submitted = await submitDraft(context.database, employer, id);
  if (!submitted) throw notFound('page');
  if (submitted.ok) return onwards(`${desk}/vacancies/${submitted.id}?new=yes`);
  return data({ problems: submitted.problems }, { status: 422, headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('posting.review');

/** A vacancy as a whole before it is published: what was written, what does not fit, what is missing. */
export default function DraftPage() {
  const { id, vacancy, shown, flaws, missing, verifies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const here = `/${locale}/employer/drafts/${id}`;
  const discard = t(vacancy === null ? 'posting.discard' : 'posting.discard.changes');
  const isReady = missing.length === 0 && flaws.every(({ weight }) => weight !== 'flaw');
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/employer`}>{t('employer.title')}</Crumb>
      <div className="stack">
        {refused && (
          <div className="note" role="alert">
            <h2 className="small">{t('posting.refused')}</h2>
            <ul className="bul">
              {refused.problems.map(({ path, message }) => (
                <li key={`${path} ${message}`} lang="en" dir="ltr">
                  {message}
                </li>
              ))}
            </ul>
          </div>
        )}
        <h1>{t('posting.review')}</h1>
        <p className="lede">{t(verifies ? 'posting.review.verified' : 'posting.review.lede')}</p>
        {missing.length > 0 && (
          <div className="note">
            <h2 className="small">{t('posting.missing')}</h2>
            <ul className="bul">
              {missing.map((step) => (
                <li key={step}>
                  <a href={`${here}/${step}`}>{t(`posting.step.${step}`)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <FlawList flaws={flaws} hrefOf={({ step, field }) => `${here}/${step}#${field}`} />
      </div>
      <VacancyRows
        shown={shown}
        change={(step) => (
          <p>
            <a href={`${here}/${step}`}>
              {t('check.answers.change')} <span className="vh">{t(`posting.step.${step}`)}</span>
            </a>
          </p>
        )}
      />
      {isReady && (
        <form method="post" className="gap-2">
          <button className="btn" type="submit" name="do" value="submit">
            {t(verifies ? 'posting.submit' : 'posting.publish')}
          </button>
        </form>
      )}
      <details className="gap-2">
        <summary>{discard}</summary>
        <form method="post" className="stack">
          <p>{t('posting.discard.sure')}</p>
          <p>
            <button className="btn two" type="submit" name="do" value="discard">
              {discard}
            </button>
          </p>
        </form>
      </details>
    </main>
  );
}
