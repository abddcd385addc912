import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { PeopleTable } from '../../components/ministry/PeopleTable.tsx';
import { TriedTests } from '../../components/ministry/TriedTests.tsx';
import { PathwayBody } from '../../components/pathway/PathwayBody.tsx';
import { ErrorSummary } from '../../components/ui/ErrorSummary.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { localeOf } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { PEOPLE, type Trial, tryDraft } from '../../use-cases/try-draft.ts';

const HEADERS = { 'Cache-Control': 'no-store' };
export const headers = () => HEADERS;

/** The published pathway to begin from, where the address names one. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { plain, f } = speechOf(localeOf(params));
  const id = new URL(request.url).searchParams.get('pathway') ?? '';
  const found = id === '' ? undefined : await findPathway(context.db, id, context.today());
  const text = found ? JSON.stringify(found.document, null, 2) : '';
  const published = (await context.compiled.on(context.db, context.today()))
    .map(({ pathway }) => ({ id: pathway.id, name: `${f.country(pathway.destination)}: ${plain(pathway.name)}` }))
    .sort((a, b) => f.compare(a.name, b.name));
  return data({ id, missing: id !== '' && !found, published, text, on: context.today() }, { headers: HEADERS });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const draft = form.get('draft');
  const text = typeof draft === 'string' ? draft.replaceAll('\r\n', '\n') : '';
  const trial = await tryDraft(context.db, text, context.today());
  return data({ text, trial }, { status: trial.ok ? 200 : 422, headers: HEADERS });
}

export const meta: MetaFunction = ({ params }) => {
  const speech = speechFor(params);
  return [...titled(speech, speech.t('try.title'), speech.t('try.lede')), { name: 'robots', content: 'noindex' }];
};

const lineOf = ({ path, message }: { path: string; message: string }) => (
  <span lang="en" dir="ltr">
    {path !== '' && <code>{path}</code>} {message}
  </span>
);

function Outcome({ trial, on }: { trial: Extract<Trial, { ok: true }>; on: string }) {
  const { t } = useSpeech();
  const { draft, warnings, tests, inForce, people } = trial;
  return (
    <>
      {warnings.length > 0 && (
        <div className="note calm gap" role="status">
          <h2>{t('try.warnings')}</h2>
          <ul className="bul">
            {warnings.map((warning) => (
              <li key={warning.path}>{lineOf(warning)}</li>
            ))}
          </ul>
        </div>
      )}
      <Section id="tests" title={t('try.tests')}>
        <TriedTests tests={tests} />
      </Section>
      <Section id="people" title={t('try.people')}>
        <p>
          {t('try.people.lede', { count: PEOPLE })} <span className="tag">{t('try.example')}</span>
        </p>
        {!inForce && <p>{t('try.people.nothingInForce')}</p>}
        <PeopleTable difference={people} />
      </Section>
      <Section id="words" title={t('try.words')}>
        <p className="lede">
          <b>
            <Say text={draft.name} />
          </b>{' '}
          <Say text={draft.summary} />
        </p>
      </Section>
      <PathwayBody pathway={draft} quotas={[]} placesLeft={null} on={on} role={(role) => role} />
    </>
  );
}

/** Ministries try a rule before they publish it: nothing here is kept. */
export default function TryPage() {
  const { id, missing, published, text, on } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const problems = tried && !tried.trial.ok ? tried.trial.problems : [];
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('try.title')}</h1>
        <p className="lede">{t('try.lede')}</p>
        {problems.length > 0 && (
          <ErrorSummary
            title={t('try.problems', { count: problems.length })}
            items={problems.map((problem) => ({
              ...{ key: `${problem.path} ${problem.message}`, href: '#draft', text: lineOf(problem) },
            }))}
          />
        )}
        <form className="cluster" method="get" action={`/${locale}/ministry/try`}>
          <p className="field">
            <label htmlFor="pathway">{t('try.begin')}</label>
            <select id="pathway" name="pathway" defaultValue={missing ? '' : id}>
              <option value="">{t('field.choose')}</option>
              {published.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
            {missing && <span className="unmet">{t('try.missing')}</span>}
          </p>
          <button className="btn two" type="submit">
            {t('try.load')}
          </button>
        </form>
        <form method="post" className="stack">
          <p className="field">
            <label htmlFor="draft">{t('try.draft')}</label>
            <textarea
              id="draft"
              name="draft"
              rows={18}
              dir="ltr"
              lang="en"
              spellCheck={false}
              defaultValue={tried?.text ?? text}
              aria-invalid={problems.length > 0 || undefined}
              aria-describedby="draft-hint"
            />
            <span className="small muted" id="draft-hint">
              {t('try.draft.hint')} <a href="/api/v1/schemas/pathway.json">{t('try.schema')}</a>
            </span>
          </p>
          <button className="btn" type="submit">
            {t('try.submit')}
          </button>
        </form>
      </div>
      {tried?.trial.ok && <Outcome trial={tried.trial} on={on} />}
    </main>
  );
}
