import type { Pathway } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Icon, type Shape } from '../ui/icons.tsx';

const MARKS = {
  open: { shape: 'open', tone: 'met' },
  announced: { shape: 'due', tone: 'due' },
  suspended: { shape: 'half', tone: 'unknown' },
  closed: { shape: 'shut', tone: 'unmet' },
} as const satisfies Record<Pathway['status'], { shape: Shape; tone: string }>;

/** The state of a pathway: a shape, a word and a colour, in that order of trust. */
export function StatusMark({ status }: { status: Pathway['status'] }) {
  const { code } = useSpeech();
  const { shape, tone } = MARKS[status];
  return (
    <span className={`mark ${tone}`}>
      <Icon shape={shape} />
      {code('status', status)}
    </span>
  );
}
