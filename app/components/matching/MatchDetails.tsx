import type { Text } from '../../domain/documents/index.ts';
import type { Verdict } from '../../domain/eligibility/evaluate.ts';
import type { Finding } from '../../domain/rule/finding.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FindingMark } from '../check/FindingMark.tsx';
import { Say } from '../ui/Say.tsx';
import { type PartShown, ScoreTable } from './ScoreTable.tsx';

/** A match as it is shown, the same to both sides. */
export type MatchShown = {
  /** Null: its pathway is not in effect. */
  verdict: Verdict | null;
  score: number;
  parts: readonly PartShown[];
  criteria: readonly { id: string; finding: Finding; words: Text }[];
};

const TONES = { eligible: 'met', possible: 'unknown', ineligible: 'unmet' } as const;

/** The verdict, what it hangs on where it is open, and the score in one line. */
export function MatchLine({ verdict, score, criteria }: Pick<MatchShown, 'verdict' | 'score' | 'criteria'>) {
  const { t } = useSpeech();
  const open = criteria.filter(({ finding }) => finding === 'unknown').length;
  return (
    <span>
      <b className={verdict === null ? undefined : TONES[verdict]}>{t(`verdict.${verdict ?? 'none'}`)}</b> ·{' '}
      {verdict === 'possible' && open > 0 && `${t('matches.unknown', { count: open })} · `}
      {t('score.title')} {t('score.of', { score })}
    </span>
  );
}

/** Every reason of a match: the parts of the score, and every criterion with its finding. */
export function MatchDetails({ match, title }: { match: MatchShown; title: string }) {
  const { t } = useSpeech();
  const order = ['unmet', 'unknown', 'met'] as const;
  return (
    <details>
      <summary>
        {t('matches.reasons')} <span className="vh">{title}</span>
      </summary>
      <ScoreTable score={match.score} parts={match.parts} />
      <ul className="plain">
        {order.flatMap((finding) =>
          match.criteria
            .filter((one) => one.finding === finding)
            .map(({ id, words }) => (
              <li key={`${finding} ${id} ${words.en}`}>
                <FindingMark finding={finding}>
                  <Say text={words} quiet />
                </FindingMark>
              </li>
            )),
        )}
      </ul>
    </details>
  );
}
