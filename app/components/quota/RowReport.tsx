import { useSpeech } from '../../i18n/context.tsx';
import { ProblemText } from '../ministry/ProblemText.tsx';

/** The column of a table that says what a path leads to. */
const columnOf = (path: string): string => path.slice(1).replaceAll('/', '.');

/** What is wrong with a table, row by row. */
export function RowReport({ problems }: { problems: readonly { line?: number; path: string; message: string }[] }) {
  const { t, f, locale } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div className="note" role="alert">
      <table>
        <caption>{t('quotaImport.wrong', { count: problems.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quotaImport.line')}</th>
            <th scope="col">
              {t('quotaImport.problem')} {locale !== 'en' && <span className="tag">{f.language('en')}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.path} ${problem.message}`}>
              <th scope="row">{problem.line === undefined ? '–' : f.number(problem.line)}</th>
              <td>
                <ProblemText problem={{ ...problem, path: columnOf(problem.path) }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
