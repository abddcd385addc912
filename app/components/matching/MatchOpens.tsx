import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** Sets of changes, each of which would be enough. */
export type OpeningSets = readonly (readonly Text[])[];

/** What would make somebody eligible for a vacancy, in one line a set. */
export function MatchOpens({ sets }: { sets: OpeningSets }) {
  const { t, f, plain } = useSpeech();
  if (sets.length === 0) return null;
  return (
    <div>
      <p>{t('matches.opens', { count: sets.length })}</p>
      <ul className="bul small">
        {sets.map((set) => {
          const words = f.and(set.map(plain));
          return (
            <li key={words}>
              <bdi>{words}</bdi>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
