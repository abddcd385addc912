import type { ContactState, ContactStatus } from '../../domain/vacancy/contact.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Mark } from '../ui/Mark.tsx';

/** Shape and colour in one; what somebody withdrew has neither. */
const TONES: Record<ContactStatus, 'due' | 'met' | 'unmet' | undefined> = {
  waiting: 'due',
  accepted: 'met',
  declined: 'unmet',
  withdrawn: undefined,
};

/** Whom the words are said to. */
const SAID_TO = { employer: 'contact', worker: 'answers' } as const;

/** Where it stands between a worker and an employer, in words to one of them. */
export function ContactMark({ begunBy, status, to }: ContactState & { to: keyof typeof SAID_TO }) {
  const { t } = useSpeech();
  const tone = TONES[status];
  const words = t(`${SAID_TO[to]}.${begunBy}.${status}`);
  if (tone === undefined) return <span className="muted">{words}</span>;
  return <Mark shape={tone}>{words}</Mark>;
}
