import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '../../components/posting/StepPage.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { pairsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { employerHere } from '../../server/posting.server.ts';
import { readOrRefuse, stepData } from '../../server/posting-step.server.ts';
import { beginDraft } from '../../use-cases/vacancy/drafts.ts';

export const headers = () => ACCOUNT_HEADERS;

const NOTHING = { body: {}, marketTest: null } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  employerHere(context);
  return data(await stepData(context, 'work', NOTHING, localeOf(params)), { headers: ACCOUNT_HEADERS });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const employer = employerHere(context);
  const locale = localeOf(params);
  const read = await readOrRefuse(context, {
    step: 'work',
    fields: await pairsOf(request),
    draft: NOTHING,
    held: 0,
    locale,
  });
  if (!read.ok) return read.answer;
  const id = await beginDraft(context.database, employer, read.draft.body);
  return onwards(`/${locale}/employer/drafts/${id}/pathway`);
}

export const meta = unlistedAs('posting.new');

/** The first page of a new vacancy: what work, in which sector, where. */
export default function NewVacancyPage() {
  const loaded = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return <StepPage {...loaded} filled={filled} step="work" back="" />;
}
