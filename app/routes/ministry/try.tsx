import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { BeginFrom } from '../../components/ministry/BeginFrom.tsx';
import { DraftField } from '../../components/ministry/DraftField.tsx';
import { DraftProblems } from '../../components/ministry/DraftProblems.tsx';
import { TrialOutcome } from '../../components/ministry/TrialOutcome.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { localeOf } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { tryDraft } from '../../use-cases/try-draft.ts';

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
  return unlisted(speech, speech.t('try.title'), speech.t('try.lede'));
};

/** Ministries try a rule before they publish it: nothing here is kept. */
export default function TryPage() {
  const { id, missing, published, text, on } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useSpeech();
  const problems = tried && !tried.trial.ok ? tried.trial.problems : [];
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t('try.title')}</h1>
        <p className="lede">{t('try.lede')}</p>
        <DraftProblems problems={problems} />
        <BeginFrom
          name="pathway"
          label={t('try.begin')}
          published={published}
          chosen={id}
          problem={missing ? t('try.missing') : undefined}
        />
        <form method="post" className="stack">
          <DraftField type="pathway" text={tried?.text ?? text} broken={problems.length > 0} />
          <button className="btn" type="submit">
            {t('try.submit')}
          </button>
        </form>
      </div>
      {tried?.trial.ok && <TrialOutcome trial={tried.trial} on={on} />}
    </main>
  );
}
