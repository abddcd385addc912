import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

export type ListedDraft = { id: string; title: Text | null; updatedAt: string };

/** Vacancies that are being written. */
export function DraftList({ drafts }: { drafts: readonly ListedDraft[] }) {
  const { t, f, locale } = useSpeech();
  return (
    <ul className="plain told">
      {drafts.map(({ id, title, updatedAt }) => (
        <li key={id}>
          <a href={`/${locale}/employer/drafts/${id}`}>{title ? <Say text={title} quiet /> : t('posting.untitled')}</a>
          <span className="muted">{f.moment(updatedAt)}</span>
        </li>
      ))}
    </ul>
  );
}
