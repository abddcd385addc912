import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { topsOf } from './figures.ts';

/** Whether a quota's period includes the day. */
export const inForce = ({ period }: QuotaWithState, on: string) =>
  period.from <= on && (period.to == null || period.to >= on);

/** A quota in its tree, with how deep it stands. */
export type Branch = { quota: QuotaWithState; level: number; above?: QuotaWithState };

/** Quotas as a tree in the order of a reader: newest period first, each parent before its parts. */
export function tree(quotas: readonly QuotaWithState[]): Branch[] {
  const tops = topsOf(quotas).sort((a, b) => b.period.from.localeCompare(a.period.from) || a.id.localeCompare(b.id));
  const below = (quota: QuotaWithState, level: number): Branch[] =>
    quotas
      .filter(({ parent }) => parent === quota.id)
      .flatMap((part) => [{ quota: part, level, above: quota }, ...below(part, level + 1)]);
  return tops.flatMap((quota) => [{ quota, level: 0 }, ...below(quota, 1)]);
}
