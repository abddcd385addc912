import type { AppLoadContext } from '@remix-run/node';
import type { QuotaWithState } from '../../db/queries/quota.ts';
import type { Pathway } from '../domain/documents/index.ts';
import type { Officer } from '../use-cases/publishing/officer.ts';
import { findOwnQuotas } from '../use-cases/quota/quota-desk.ts';
import { notFound } from './loader.ts';
import { officerHere } from './officer.server.ts';

export type OwnQuotas = { officer: Officer; pathway: Pathway; quotas: QuotaWithState[] };

/** The quotas of a pathway as an officer of its state works on them; throws a 404 for another's. */
export async function ownQuotasOf(context: AppLoadContext, pathway = ''): Promise<OwnQuotas> {
  const officer = officerHere(context);
  const found = await findOwnQuotas(context.db, officer, pathway, context.today());
  if (!found) throw notFound('pathway', pathway);
  return { officer, ...found };
}

/** The year that an address asks for, else the present one. */
export function yearIn(url: string, today: string): number {
  const asked = new URL(url).searchParams.get('year') ?? '';
  return Number(/^[12]\d{3}$/.test(asked) ? asked : today.slice(0, 4));
}

/** The quotas with a day in that year. */
export const inYear = <Q extends { period: QuotaWithState['period'] }>(quotas: readonly Q[], year: number): Q[] =>
  quotas.filter(({ period: { from, to } }) => from <= `${year}-12-31` && (to === undefined || to >= `${year}-01-01`));

/** The years of the quotas, the latest first, with the present and the next one. */
export function yearsOf(quotas: readonly QuotaWithState[], today: string): number[] {
  const now = Number(today.slice(0, 4));
  const years = quotas.flatMap(({ period: { from, to } }) => {
    const first = Number(from.slice(0, 4));
    const last = Math.min(to === undefined ? now : Number(to.slice(0, 4)), first + 10);
    return Array.from({ length: last - first + 1 }, (_, more) => first + more);
  });
  return [...new Set([now + 1, now, ...years])].sort((a, b) => b - a);
}
