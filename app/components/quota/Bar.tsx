import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';

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

/** What the parts of the bars are. */
export const Key = () => {
  const { t } = useSpeech();
  const square = { x: '4%', y: '8%', width: '92%', height: '84%' };
  return (
    <ul className="key">
      {(
        [
          ['c-used', 'places.takenUp'],
          ['c-hx', 'places.held'],
          ['c-free', 'places.free'],
        ] as const
      ).map(([className, id]) => (
        <li key={id}>
          <svg aria-hidden="true">
            <rect className={className} fill={className === 'c-hx' ? 'url(#hx)' : undefined} {...square} />
          </svg>
          {t(id)}
        </li>
      ))}
    </ul>
  );
};
