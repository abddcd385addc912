import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

/** A quota by its label, or by its id where it has none. */
export const QuotaName = ({ quota }: { quota: Pick<QuotaWithState, 'id' | 'label'> }) =>
  quota.label ? <Say text={quota.label} /> : <bdi>{quota.id}</bdi>;

/** The same as bare words, for where no element can stand. */
export const quotaLabel = (
  { plain }: Pick<Speech, 'plain'>,
  { id, label }: Pick<QuotaWithState, 'id' | 'label'>,
): string => (label ? plain(label) : id);

/** The days of a quota in words. */
export function Period({ period: { from, to } }: Pick<QuotaWithState, 'period'>) {
  const { t, f } = useSpeech();
  return (
    <>
      {to == null
        ? t('places.since', { date: f.date(from) })
        : t('places.period', { from: f.date(from), to: f.date(to) })}
    </>
  );
}
