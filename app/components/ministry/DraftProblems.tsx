import type { Problem } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { ProblemText } from './ProblemText.tsx';

/** Everything that is wrong with a draft, above its form. */
export function DraftProblems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <ErrorSummary
      title={t('try.problems', { count: problems.length })}
      items={problems.map((problem) => ({
        ...{ key: `${problem.path} ${problem.message}`, href: '#draft', text: <ProblemText problem={problem} /> },
      }))}
    />
  );
}
