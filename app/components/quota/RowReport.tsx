import { useSpeech } from '../../i18n/context.tsx';
import { ProblemText } from '../ministry/ProblemText.tsx';

/** The column of a table that says what a path leads to. */
const columnOf = (path: string): string => path.slice(1).replaceAll('/', '.');

/** How heavy what is said of a table weighs. */
const WEIGHTS = {
  wrong: { title: 'quotaImport.wrong', said: 'quotaImport.problem', look: { className: 'note', role: 'alert' } },
  warning: { title: 'upload.warnings', said: 'upload.warning', look: { className: 'note calm' } },
} as const;

/** What is said of a row: `words` in the reader's language, where it can be said in any; `message` in English. */
export type RowProblem = { line?: number; path: string; message: string; words?: string };

function RowText({ path, message, words }: RowProblem) {
  const { f, locale } = useSpeech();
  const column = columnOf(path);
  if (words === undefined)
    return (
      <>
        <ProblemText problem={{ path: column, message }} />{' '}
        {locale !== 'en' && <span className="tag">{f.language('en')}</span>}
      </>
    );
  return (
    <>
      {column !== '' && <code dir="ltr">{column}</code>} {words}
    </>
  );
}

/** What is wrong with a table, row by row, or what of it has to be looked at. */
export function RowReport({
  problems,
  weight = 'wrong',
}: {
  problems: readonly RowProblem[];
  weight?: keyof typeof WEIGHTS;
}) {
  const { t, f } = useSpeech();
  if (problems.length === 0) return null;
  const { title, said, look } = WEIGHTS[weight];
  return (
    <div {...look}>
      <table>
        <caption>{t(title, { count: problems.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quotaImport.line')}</th>
            <th scope="col">{t(said)}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.path} ${problem.message}`}>
              <th scope="row">{problem.line === undefined ? '–' : f.number(problem.line)}</th>
              <td>
                <RowText {...problem} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
