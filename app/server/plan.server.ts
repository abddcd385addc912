import { type AppLoadContext, data } from '@remix-run/node';
import type { Reply } from '../components/account/reply.tsx';
import type { Problem, Quota } from '../domain/documents/index.ts';
import { type Effect, effectsOf, type QuotaPlan } from '../domain/quota/plan.ts';
import { readOccasion } from '../domain/quota/plan-form.ts';
import type { Locale } from '../i18n/locale.ts';
import { prepare, rehearse } from '../use-cases/publishing/prepare-proposal.ts';
import type { RowProblem } from '../use-cases/quota/plan-table.ts';
import { ACCOUNT_HEADERS, onwards } from './account.server.ts';
import type { OwnQuotas } from './quota-desk.server.ts';

/** What was planned and what it comes to; `wrong`: why it cannot be published as it is. */
export type Planned = { quotas: readonly Quota[]; effects: readonly Effect[]; wrong: readonly Problem[] };

/**
 * A planner's form again: what was typed, what is wrong with its fields, or with rows of its table, and, where all of it could be read,
 * what it comes to.
 */
export type PlanReply = Reply & { planned: Planned | null; rows: readonly RowProblem[] };

/** The form again with what cannot be read in it. */
export const unread = (values: Reply['values'], problems: Reply['problems'], rows: readonly RowProblem[] = []) =>
  data<PlanReply>({ values, problems, planned: null, rows }, { status: 422, headers: ACCOUNT_HEADERS });

/**
 * Looks at what is planned as its publication would, or hands it over for approval, as the form's button says; goes on to what was
 * handed over.
 */
export async function lookOrPrepare(
  context: AppLoadContext,
  { officer, pathway, quotas }: OwnQuotas,
  {
    values,
    act,
    wanted,
    locale,
  }: { values: Reply['values']; act: QuotaPlan['act']; wanted: readonly Quota[]; locale: Locale },
) {
  const occasion = readOccasion(values, context.today());
  const plan: QuotaPlan = {
    ...{ type: 'quotas', id: pathway.id, name: pathway.name, act, quotas: wanted },
    ...(occasion.ok && occasion.occasion.from && { from: occasion.occasion.from }),
  };
  const answer = (wrong: readonly Problem[], problems: Reply['problems'] = []) =>
    data<PlanReply>(
      { values, problems, planned: { quotas: wanted, effects: effectsOf(wanted, quotas), wrong }, rows: [] },
      { status: wrong.length + problems.length > 0 ? 422 : 200, headers: ACCOUNT_HEADERS },
    );
  if (values['do'] !== 'prepare') return answer(await rehearse(context.database, officer, plan));
  if (!occasion.ok) return answer([], occasion.problems);
  const prepared = await prepare(context.database, officer, plan, occasion.occasion.why);
  return prepared.ok ? onwards(`/${locale}/ministry/proposals/${prepared.id}`) : answer(prepared.problems);
}
