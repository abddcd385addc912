import type { QuotaWithState } from '../../../db/queries/quota.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** At which moment the figures were so, and where the places were published. */
export function AsOf({ moment, quotas }: { moment: string; quotas: readonly QuotaWithState[] }) {
  const { t, f } = useSpeech();
  const sources = new Map(
    quotas.flatMap((quota) => quota.sources ?? []).map((source) => [source.url ?? source.title, source]),
  );
  return (
    <p className="small muted gap-2">
      {t('places.asOf', { moment: f.moment(moment) })}
      {sources.size > 0 && ` ${t('places.publishedIn')} `}
      {[...sources.values()].map(({ id, title, url }, at) => (
        <span key={`${id} ${title}`}>
          {at > 0 && ' · '}
          <bdi lang="en">{url === undefined ? title : <a href={url}>{title}</a>}</bdi>
        </span>
      ))}
    </p>
  );
}
