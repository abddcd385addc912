import type { ScorePart } from '../../domain/matching/score.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** A part of a score as a page is given it, with its reason in the page's language. */
export type PartShown = Pick<ScorePart, 'part' | 'points' | 'most'> & { words: string };

/** A score with the points of each of its parts and why, the same for worker and employer. */
export function ScoreTable({ score, parts }: { score: number; parts: readonly PartShown[] }) {
  const { t, code } = useSpeech();
  const [part, points, why] = [t('score.part'), t('score.points'), t('score.why')];
  return (
    <>
      <p>
        {t('score.title')} <b className="big">{t('score.of', { score })}</b>
      </p>
      <div className="scroll">
        <table className="fold">
          <caption className="vh">{t('score.caption', { score })}</caption>
          <thead>
            <tr>
              <th scope="col">{part}</th>
              <th scope="col" className="num">
                {points}
              </th>
              <th scope="col">{why}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((one) => (
              <tr key={one.part}>
                <th scope="row">{code('score.part', one.part)}</th>
                <td className="num" data-l={points}>
                  {one.most === 0 ? t('score.pointsOut') : t('score.pointsOf', { points: one.points, most: one.most })}
                </td>
                <td data-l={why}>
                  <bdi>{one.words}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">{t('score.note')}</p>
    </>
  );
}
