import type { ContactState } from '../../domain/vacancy/contact.ts';
import { useSpeech } from '../../i18n/context.tsx';

const TONES = { waiting: 'due', accepted: 'met', declined: 'unmet', withdrawn: 'muted' } as const;

/** Whom the words are said to. */
const SAID_TO = { employer: 'contact', worker: 'answers' } as const;

/** Where it stands between a worker and an employer, in words to one of them. */
export function ContactMark({ begunBy, status, to }: ContactState & { to: keyof typeof SAID_TO }) {
  const { t } = useSpeech();
  return <span className={TONES[status]}>{t(`${SAID_TO[to]}.${begunBy}.${status}`)}</span>;
}
