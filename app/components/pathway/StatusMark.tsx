import type { Pathway } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { Shape } from '../ui/icons.tsx';
import { Mark } from '../ui/Mark.tsx';

const MARKS = {
  open: { shape: 'open', tone: 'met' },
  announced: { shape: 'due', tone: 'due' },
  suspended: { shape: 'half', tone: 'unknown' },
  closed: { shape: 'shut', tone: 'unmet' },
} as const satisfies Record<Pathway['status'], { shape: Shape; tone: string }>;

/** The state of a pathway. */
export function StatusMark({ status }: { status: Pathway['status'] }) {
  const { code } = useSpeech();
  const { shape, tone } = MARKS[status];
  return (
    <Mark shape={shape} tone={tone}>
      {code('status', status)}
    </Mark>
  );
}
