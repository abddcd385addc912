import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findOrganisation } from '../../../db/queries/organisation.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { findPosting, type Posting } from '../../../db/queries/vacancy.ts';
import { AskText } from '../../components/account/AskInputs.tsx';
import { ReplyProvider } from '../../components/account/reply.tsx';
import { FlawList } from '../../components/posting/FlawList.tsx';
import { StageMark } from '../../components/posting/StageMark.tsx';
import { VacancyRows } from '../../components/posting/VacancyRows.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { isReason } from '../../domain/people/reason.ts';
import { canMove } from '../../domain/vacancy/stage.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { flawViews, markOf, markViews, namesOf } from '../../server/posting.server.ts';
import { heldBy } from '../../server/posting-step.server.ts';
import { lookAtDraft } from '../../use-cases/vacancy/flaws-of-draft.ts';
import { clearMarks, sendBack, takeDown, verify } from '../../use-cases/vacancy/move-vacancy.ts';

export const headers = () => ACCOUNT_HEADERS;

/** A vacancy in the officer's state; throws a 404 for another. */
async function postingHere({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<Posting> {
  const posting = await findPosting(context.db, params['id'] ?? '');
  if (posting?.vacancy.destination !== officerHere(context).state) throw notFound('vacancy', params['id']);
  return posting;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const posting = await postingHere({ params, context });
  const speech = speechOf(localeOf(params));
  const { vacancy, stage, why, marketTest } = posting;
  const on = context.today();
  const held = await heldBy(context, { vacancy: vacancy.id });
  const [pathway, employer, looked] = await Promise.all([
    findPathway(context.db, vacancy.pathway, on),
    findOrganisation(context.db, vacancy.employer),
    lookAtDraft(context.db, { body: vacancy, marketTest }, { on, held }),
  ]);
  return data(
    {
      ...{ title: vacancy.title, stage, why, mark: markOf(posting) },
      employer: { id: vacancy.employer, name: employer?.name ?? vacancy.employer, isKnown: employer !== undefined },
      flaws: stage === 'submitted' ? flawViews(looked.flaws, context, speech) : markViews(posting, context, speech),
      shown: { body: vacancy, marketTest, names: namesOf(vacancy, pathway?.document, context, speech) },
    },
    { headers: ACCOUNT_HEADERS },
  );
}

/** What an officer does and says why. */
const WITH_REASON = new Map([
  ['send-back', sendBack],
  ['clear', clearMarks],
  ['take-down', takeDown],
]);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const officer = officerHere(context);
  const { database } = context;
  const { id } = (await postingHere({ params, context })).vacancy;
  const values = await fieldsOf(request);
  const why = values['why'] ?? '';
  const button = values['do'] ?? '';
  if (button !== 'verify' && !isReason(why))
    return again(values, { field: 'why', message: why === '' ? 'form.missing' : 'form.wrong' });
  const moved =
    button === 'verify'
      ? await verify(database, officer, { id, on: context.today() })
      : await (WITH_REASON.get(button) ?? sendBack)(database, officer, { id, why });
  if (moved.ok) return onwards(`/${localeOf(params)}/ministry/vacancies`);
  return again(values, { field: button === 'verify' ? 'verify' : 'why', message: 'move.elsewhere' });
}

export const meta = unlistedAs('verifying.title');

/** What an officer may do with it. */
function Decide() {
  const { stage, mark } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useSpeech();
  const needsReason = canMove(stage, 'send-back') || mark !== null;
  return (
    <ReplyProvider value={reply}>
      {reply?.problems.map(
        ({ field, message }) =>
          field === 'verify' && (
            <p className="slip" key={field}>
              {t(message)}
            </p>
          ),
      )}
      {canMove(stage, 'verify') && (
        <form method="post" id="verify">
          <p className="hint">{t('verifying.verify.hint')}</p>
          <button className="btn" type="submit" name="do" value="verify">
            {t('verifying.verify')}
          </button>
        </form>
      )}
      {needsReason && (
        <form method="post" className="stack gap-2" noValidate>
          <AskText name="why" label={t('verifying.why')} size="long" />
          <p className="cluster">
            {canMove(stage, 'send-back') && (
              <button className="btn two" type="submit" name="do" value="send-back">
                {t('verifying.sendBack')}
              </button>
            )}
            {mark === 'flagged' && (
              <button className="btn two" type="submit" name="do" value="take-down">
                {t('verifying.takeDown')}
              </button>
            )}
            {mark !== null && (
              <button className="btn two" type="submit" name="do" value="clear">
                {t(mark === 'flagged' ? 'verifying.clear' : 'verifying.settle')}
              </button>
            )}
          </p>
        </form>
      )}
    </ReplyProvider>
  );
}

/** A vacancy as an officer of its destination looks at it. */
export default function MinistryVacancyPage() {
  const { title, stage, why, mark, employer, flaws, shown } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry/vacancies`}>{t('verifying.title')}</Crumb>
      <div className="stack">
        <h1>
          <Say text={title} quiet />
        </h1>
        <p className="lede">
          <StageMark stage={stage} mark={mark} />
          {' · '}
          {employer.isKnown ? (
            <a href={`/${locale}/ministry/organisations/${employer.id}`}>
              <bdi>{employer.name}</bdi>
            </a>
          ) : (
            <bdi>{employer.name}</bdi>
          )}
        </p>
        {why && (
          <p className="note" dir="auto">
            {why}
          </p>
        )}
        <FlawList flaws={flaws} />
      </div>
      <VacancyRows shown={shown} />
      <Section id="decide" title={t('verifying.decide')}>
        <Decide />
      </Section>
    </main>
  );
}
