import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import type { MessageId } from '../../i18n/translate.ts';

/** A part of a bar: how it is filled, and where it is, in shares of the whole. */
export type Part = { className: string; start: number; share: number };

/** One bar without a viewBox: x in per cent of the widest, mirrored for right-to-left pages. */
export function Bar({ parts }: { parts: readonly Part[] }) {
  const { locale } = useSpeech();
  const rtl = directionOf(locale) === 'rtl';
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <svg className="plot" aria-hidden="true">
      {parts
        .filter(({ share }) => share > 0)
        .map(({ className, start, share }) => (
          <rect
            key={className}
            className={className}
            fill={className === 'c-hx' ? 'url(#hx)' : undefined}
            x={percent(rtl ? 1 - start - share : start)}
            width={percent(share)}
            height="100%"
          />
        ))}
    </svg>
  );
}

const PLACES = [
  ['c-used', 'places.takenUp'],
  ['c-hx', 'places.held'],
  ['c-free', 'places.free'],
] as const satisfies readonly Mark[];

/** A mark of a chart, and what it stands for. */
export type Mark = readonly [className: string, id: MessageId];

/** What the marks of a chart are. */
export const Key = ({ marks = PLACES }: { marks?: readonly Mark[] }) => {
  const { t } = useSpeech();
  const square = { x: '4%', y: '8%', width: '92%', height: '84%' };
  return (
    <ul className="key">
      {marks.map(([className, id]) => (
        <li key={id}>
          <svg aria-hidden="true">
            {className === 'c-cap' ? (
              <path className="c-cap" d="M2 7h18M20 1v12" />
            ) : (
              <rect className={className} fill={className === 'c-hx' ? 'url(#hx)' : undefined} {...square} />
            )}
          </svg>
          {t(id)}
        </li>
      ))}
    </ul>
  );
};
