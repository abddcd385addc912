import type { Standing } from '../../domain/check/survey.ts';
import { VERDICTS } from '../../domain/eligibility/evaluate.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FINDINGS, FindingMark } from './FindingMark.tsx';

/** Where a person stands, and the way to the result at any moment. */
export function SoFar({ standing, query }: { standing: Standing; query: string }) {
  const { t, locale } = useSpeech();
  return (
    <aside className="sec small">
      <h2 className="small">{t('check.soFar')}</h2>
      <p className="cluster">
        {FINDINGS.map((finding) => {
          const verdict = VERDICTS[finding];
          return (
            <FindingMark finding={finding} key={finding}>
              {t(`check.soFar.${verdict}`, { count: standing[verdict] })}
            </FindingMark>
          );
        })}
      </p>
      <p className="cluster gap-2">
        <a href={`/${locale}/check/result?${query}`}>{t('check.toResult')}</a>
        <a href={`/${locale}/check/answers?${query}`}>{t('check.toAnswers')}</a>
      </p>
    </aside>
  );
}
