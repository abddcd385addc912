import { useSpeech } from '../../i18n/context.tsx';
import { ProblemText } from '../ministry/ProblemText.tsx';

/** What is wrong with a table, row by row. */
export function RowReport({ problems }: { problems: readonly { line?: number; path: string; message: string }[] }) {
  const { t, f } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div className="note" role="alert">
      <table>
        <caption>{t('quotaImport.wrong', { count: problems.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quotaImport.line')}</th>
            <th scope="col">{t('quotaImport.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.path} ${problem.message}`}>
              <th scope="row">{problem.line === undefined ? '–' : f.number(problem.line)}</th>
              <td>
                <ProblemText problem={problem} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
