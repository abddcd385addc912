import type { ContactState } from '../../domain/vacancy/contact.ts';
import { useSpeech } from '../../i18n/context.tsx';

const TONES = { waiting: 'due', accepted: 'met', declined: 'unmet', withdrawn: 'muted' } as const;

/** Where it stands between a worker and an employer, in words. */
export function ContactMark({ begunBy, status }: ContactState) {
  const { t } = useSpeech();
  return <span className={TONES[status]}>{t(`contact.${begunBy}.${status}`)}</span>;
}
