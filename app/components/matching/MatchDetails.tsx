import type { ReactNode } from 'react';
import type { Verdict } from '../../domain/eligibility/evaluate.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FindingMark } from '../check/FindingMark.tsx';
import { FindingTree, findingOf } from '../check/Findings.tsx';
import type { FindingNode } from '../check/finding-node.ts';
import { type PartShown, ScoreTable } from './ScoreTable.tsx';

/** A match as it is shown, the same to both sides. */
export type MatchShown = {
  /** Null: its pathway is not in effect. */
  verdict: Verdict | null;
  score: number;
  parts: readonly PartShown[];
  pathway: string;
  nodes: readonly FindingNode[];
};

const TONES = { eligible: 'met', possible: 'unknown', ineligible: 'unmet' } as const;

/** The verdict, what it hangs on where it is open, and the score in one line. */
export function MatchLine({
  verdict,
  score,
  nodes = [],
}: Pick<MatchShown, 'verdict' | 'score'> & Partial<Pick<MatchShown, 'nodes'>>) {
  const { t } = useSpeech();
  const open = nodes.filter((node) => findingOf(node) === 'unknown').length;
  return (
    <span>
      {verdict === null ? (
        <b>{t('verdict.none')}</b>
      ) : (
        <FindingMark finding={TONES[verdict]}>{t(`verdict.${verdict}`)}</FindingMark>
      )}{' '}
      · {verdict === 'possible' && open > 0 && `${t('matches.unknown', { count: open })} · `}
      {t('score.title')} {t('score.of', { score })}
    </span>
  );
}

type Scored = Pick<MatchShown, 'score' | 'parts'> & { title: string };

/** Why: the parts of the score, and what else. */
export function ScoreReasons({ score, parts, title, children }: Scored & { children?: ReactNode }) {
  const { t } = useSpeech();
  return (
    <details>
      <summary>
        {t('matches.reasons')} <span className="vh">{title}</span>
      </summary>
      <ScoreTable score={score} parts={parts} />
      {children}
    </details>
  );
}

/** Every reason of a match: the parts of the score, and every condition with its finding. */
export function MatchDetails({ match, title }: { match: MatchShown; title: string }) {
  const { locale } = useSpeech();
  return (
    <ScoreReasons {...match} title={title}>
      <div className="gap-2">
        <FindingTree nodes={match.nodes} page={`/${locale}/pathways/${match.pathway}`} />
      </div>
    </ScoreReasons>
  );
}
