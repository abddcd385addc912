import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '../../components/posting/StepPage.tsx';
import { DRAFT_STEPS, type DraftStep, isDraftStep } from '../../domain/vacancy/draft/steps.ts';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { pairsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { draftHere } from '../../server/posting.server.ts';
import { heldBy, readOrRefuse, stepData } from '../../server/posting-step.server.ts';
import { saveDraft } from '../../use-cases/vacancy/drafts.ts';

export const headers = () => ACCOUNT_HEADERS;

function stepOf(step: string | undefined): DraftStep {
  if (!isDraftStep(step)) throw notFound('page');
  return step;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const draft = await draftHere(context, params['draft']);
  const step = stepOf(params['step']);
  return data(
    { step, id: draft.id, ...(await stepData(context, step, draft, localeOf(params))) },
    { headers: ACCOUNT_HEADERS },
  );
}

/** The page after this one; after the last, the whole. */
const after = (step: DraftStep) => DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1];

export async function action({ params, request, context }: ActionFunctionArgs) {
  const draft = await draftHere(context, params['draft']);
  const locale = localeOf(params);
  const step = stepOf(params['step']);
  const fields = await pairsOf(request);
  const held = await heldBy(context, draft);
  const read = await readOrRefuse(context, { step, fields, draft, held, locale });
  if (!read.ok) return read.answer;
  await saveDraft(context.database, draft.employer, draft.id, read.draft);
  const isReview = fields.some(([name, text]) => name === 'then' && text === 'review');
  const next = isReview ? undefined : after(step);
  return onwards(`/${locale}/employer/drafts/${draft.id}${next ? `/${next}` : ''}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return unlisted(speech, loaded ? speech.t(`posting.step.${loaded.step}`) : speech.t('posting.new'));
};

/** One page of a vacancy that is being written. */
export default function DraftStepPage() {
  const { step, id, ...loaded } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return <StepPage {...loaded} filled={filled} step={step} back={`/drafts/${id}`} />;
}
