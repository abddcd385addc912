import type { ReactNode } from 'react';
import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

/** A question, what was told of it, and where it can be told otherwise. */
export type Answered = {
  id: string;
  title: Text;
  isPrivate: boolean;
  told: ReactNode;
  way?: { href: string; words: string } | undefined;
};

/** Questions with their answers. */
export function AnswerList({ rows }: { rows: readonly Answered[] }) {
  const { t } = useSpeech();
  return (
    <dl className="terms answers">
      {rows.map(({ id, title, isPrivate, told, way }) => (
        <div key={id}>
          <dt>
            <Say text={title} quiet /> {isPrivate && <span className="tag">{t('check.private')}</span>}
          </dt>
          <dd>{told}</dd>
          {way && (
            <dd>
              <a href={way.href}>
                {way.words}
                <span className="vh">
                  {' '}
                  <Say text={title} quiet />
                </span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** An answer, line by line. */
export const Lines = ({ lines }: { lines: readonly string[] }) => lines.map((line) => <div key={line}>{line}</div>);
