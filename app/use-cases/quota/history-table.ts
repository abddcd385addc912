import type { QuotaWithState } from '../../../db/queries/quota.ts';
import type { Intake } from '../../../db/queries/quota-plan.ts';
import type { Past } from '../../domain/quota/history.ts';
import { writeTable } from '../write-table.ts';

const COLUMNS = [
  ...(['quota', 'period_from', 'period_to', 'kind', 'places', 'allocated', 'taken_up'] as const),
  ...(['reported_used', 'reported_as_of', 'reported_source', 'reported_source_url'] as const),
];

const cellsOf = ({ quota, intake }: Past<QuotaWithState, Intake>): Record<(typeof COLUMNS)[number], unknown> => ({
  ...{ quota: quota.id, period_from: quota.period.from, period_to: quota.period.to, kind: quota.kind },
  ...{ places: quota.places, allocated: quota.allocated, taken_up: quota.used },
  ...{ reported_used: intake?.used, reported_as_of: intake?.asOf },
  ...{ reported_source: intake?.sourceTitle, reported_source_url: intake?.sourceUrl },
});

/** A history as a table. */
export const historyTable = (history: readonly Past<QuotaWithState, Intake>[]): string =>
  writeTable(history.map(cellsOf), COLUMNS);
