import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openTraining, partnershipOf } from '../../../db/queries/partnership.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { AskSelect, AskText } from '../../components/account/AskInputs.tsx';
import { ReplyProvider } from '../../components/account/reply.tsx';
import { AnsweredBy } from '../../components/contact/AnsweredBy.tsx';
import { FlawList } from '../../components/posting/FlawList.tsx';
import { StageMark } from '../../components/posting/StageMark.tsx';
import { VacancyRows } from '../../components/posting/VacancyRows.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { readCount } from '../../domain/check/typed/number.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { SomePlaces } from '../../domain/documents/numbers.ts';
import { isReason } from '../../domain/people/reason.ts';
import { canMove } from '../../domain/vacancy/stage.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, again, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { markOf, markViews, namesOf, ownPostingHere } from '../../server/posting.server.ts';
import { joinPartnership } from '../../use-cases/partnership/join-partnership.ts';
import { contactsAbout } from '../../use-cases/vacancy/contacts.ts';
import { draftAnew } from '../../use-cases/vacancy/drafts.ts';
import { endOwn, fill, type Moved, publishVerified } from '../../use-cases/vacancy/move-vacancy.ts';

export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { employer, posting } = await ownPostingHere(context, params['id']);
  const speech = speechOf(localeOf(params));
  const { vacancy, stage, why, taken, hold, verifiedOn, marketTest } = posting;
  const [pathway, contacts, training, open] = await Promise.all([
    findPathway(context.db, vacancy.pathway, context.today()),
    contactsAbout(context.database, employer, vacancy.id),
    partnershipOf(context.db, vacancy.id),
    openTraining(context.db, vacancy.pathway),
  ]);
  return data(
    {
      ...{ id: vacancy.id, title: vacancy.title, places: vacancy.places, applyBy: vacancy.applyBy ?? null },
      ...{
        stage,
        why,
        taken,
        hold: stage === 'published' ? (hold?.quota ?? null) : null,
        verifiedOn,
        isNew: new URL(request.url).searchParams.has('new'),
      },
      marked: { mark: markOf(posting), flaws: markViews(posting, context, speech) },
      training: {
        chosen: training?.id ?? '',
        choices: [...open.filter(({ id }) => id !== training?.id), ...(training ? [training] : [])].map(
          ({ id, name }) => ({ id, name }),
        ),
      },
      answered: contacts.map(({ id, begunBy, status, begunAt }) => ({
        id,
        begunBy,
        status,
        begunAt: begunAt.toISOString(),
      })),
      shown: { body: vacancy, marketTest, names: namesOf(vacancy, pathway?.document, context, speech) },
    },
    { headers: ACCOUNT_HEADERS },
  );
}

/** Why something was not done, as a problem of the field that asked for it. */
function refusal(values: Record<string, string>, field: string, moved: Exclude<Moved, { ok: true }>) {
  const message = {
    missing: 'move.elsewhere',
    elsewhere: 'move.elsewhere',
    'too-many': 'move.tooMany',
    flaw: 'move.noPlaces',
  } as const;
  return again(values, { field, message: message[moved.problem] });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { employer } = await ownPostingHere(context, params['id']);
  const { database } = context;
  const id = params['id'] ?? '';
  const values = await fieldsOf(request);
  const here = `/${localeOf(params)}/employer/vacancies/${id}`;
  const done = (moved: Moved, field: string) => (moved.ok ? onwards(here) : refusal(values, field, moved));
  switch (values['do']) {
    case 'edit': {
      const draft = await draftAnew(database, employer, id);
      if (draft === undefined) throw notFound('vacancy', id);
      return onwards(`/${localeOf(params)}/employer/drafts/${draft}`);
    }
    case 'fill': {
      const count = readCount(typedIn(new URLSearchParams(values)), 'filled', SomePlaces);
      if (!count.ok) return again(values, { field: 'filled', message: 'slip.places' });
      return done(await fill(database, employer, { id, count: count.value }), 'filled');
    }
    case 'partnership': {
      const chosen = values['partnership'] ?? '';
      const joined = await joinPartnership(database, employer, { id, partnership: chosen === '' ? null : chosen });
      if (joined === 'missing') throw notFound('vacancy', id);
      return joined === 'joined'
        ? onwards(here)
        : again(values, { field: 'partnership', message: 'partnership.join.wrong' });
    }
    case 'publish':
      return done(await publishVerified(database, employer, { id, on: context.today() }), 'publish');
    case 'close':
      return done(await endOwn(database, employer, { id, how: 'close', why: undefined }), 'filled');
    default: {
      const why = values['why'] ?? '';
      if (!isReason(why)) return again(values, { field: 'why', message: why === '' ? 'form.missing' : 'form.wrong' });
      return done(await endOwn(database, employer, { id, how: 'withdraw', why }), 'why');
    }
  }
}

export const meta = unlistedAs('employer.vacancy');

/** What may be done with a vacancy where it stands now. */
function Moves() {
  const { stage, places, taken } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useSpeech();
  return (
    <ReplyProvider value={reply}>
      <div className="stack">
        {canMove(stage, 'publish') && (
          <form method="post" id="publish">
            {reply?.problems.map(
              ({ field, message }) =>
                field === 'publish' && (
                  <p className="slip" key={field}>
                    {t(message)}
                  </p>
                ),
            )}
            <button className="btn" type="submit" name="do" value="publish">
              {t('posting.publish')}
            </button>
          </form>
        )}
        {canMove(stage, 'fill') && (
          <form method="post" className="stack" noValidate>
            <AskText
              name="filled"
              label={t('move.fill.count')}
              hint={t('move.fill.hint', { count: places - taken })}
              size="short"
              inputMode="numeric"
            />
            <button className="btn" type="submit" name="do" value="fill">
              {t('move.fill')}
            </button>
          </form>
        )}
        {canMove(stage, 'close') && <p className="small muted">{t('move.close.hint')}</p>}
        <form method="post" className="cluster">
          <button className="btn two" type="submit" name="do" value="edit">
            {t(stage === 'published' ? 'move.edit' : 'move.editAnew')}
          </button>
          {canMove(stage, 'close') && (
            <button className="btn two" type="submit" name="do" value="close">
              {t('move.close')}
            </button>
          )}
        </form>
        {canMove(stage, 'withdraw') && (
          <details>
            <summary>{t('move.withdraw')}</summary>
            <form method="post" className="stack" noValidate>
              <AskText name="why" label={t('move.why')} hint={t('move.why.hint')} size="long" />
              <button className="btn two" type="submit" name="do" value="withdraw">
                {t('move.withdraw')}
              </button>
            </form>
          </details>
        )}
      </div>
    </ReplyProvider>
  );
}

/** Which training of its pathway a vacancy belongs to. */
function Joined() {
  const { training } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, plain } = useSpeech();
  return (
    <ReplyProvider value={reply}>
      <form method="post" className="stack" noValidate>
        <AskSelect
          name="partnership"
          label={t('partnership.join')}
          hint={t('partnership.join.hint')}
          options={training.choices.map(({ id, name }) => ({ value: id, name: plain(name) }))}
          empty={t('partnership.join.none')}
          preset={training.chosen}
        />
        <p>
          <button className="btn two" type="submit" name="do" value="partnership">
            {t('partnership.join.submit')}
          </button>
        </p>
      </form>
    </ReplyProvider>
  );
}

/** One's own vacancy: where it stands, what is wrong with it, what may be done. */
export default function EmployerVacancyPage() {
  const { id, title, stage, why, places, taken, applyBy, hold, verifiedOn, isNew, marked, answered, training, shown } =
    useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/employer`}>{t('employer.title')}</Crumb>
      <div className="stack">
        <h1>
          <Say text={title} quiet />
        </h1>
        {isNew && (
          <p className="note calm" role="status">
            {t(stage === 'published' ? 'posting.isPublished' : 'posting.isSubmitted')}
          </p>
        )}
        <p className="lede">
          <StageMark stage={stage} mark={marked.mark} />
          {stage === 'published' && (
            <>
              {' · '}
              <a href={`/${locale}/vacancies/${id}`}>{t('posting.asOthersSee')}</a>
            </>
          )}
        </p>
        {why && (
          <p className="note" dir="auto">
            {why}
          </p>
        )}
        <FlawList flaws={marked.flaws} />
        <Facts
          items={[
            {
              label: t('posting.filled'),
              figure: t('posting.filledOf', { filled: f.number(taken), places: f.number(places) }),
            },
            { label: t('posting.applyBy'), figure: applyBy === null ? t('value.notStated') : f.date(applyBy) },
            {
              label: t('posting.hold'),
              figure: hold === null ? t('posting.hold.none') : f.number(places - taken),
              meaning: hold && <bdi>{hold}</bdi>,
            },
            {
              label: t('posting.verified'),
              figure: verifiedOn === null ? t('posting.verified.none') : f.date(verifiedOn),
            },
          ]}
        />
      </div>
      {(stage === 'published' || answered.length > 0) && (
        <Section id="answered" title={t('contact.list')}>
          <AnsweredBy answered={answered} />
          {stage === 'published' && (
            <p>
              <a href={`/${locale}/employer/vacancies/${id}/workers`}>{t('found.title')}</a>
            </p>
          )}
        </Section>
      )}
      <Section id="moves" title={t('move.title')}>
        <Moves />
      </Section>
      {training.choices.length > 0 && (
        <Section id="training" title={t('training.title')}>
          <Joined />
        </Section>
      )}
      <VacancyRows shown={shown} />
    </main>
  );
}
