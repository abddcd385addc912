import type { Text } from '../../domain/documents/index.ts';
import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { StageMark, type StageMarked } from './StageMark.tsx';

export type ListedPosting = {
  id: string;
  title: Text;
  stage: VacancyStage;
  mark: StageMarked;
  places: number;
  taken: number;
  applyBy: string | null;
  since: string;
};

/** Vacancies with where each stands; `under`: the desk that they are looked at from. */
export function PostingTable({
  postings,
  under = 'employer',
}: {
  postings: readonly ListedPosting[];
  under?: 'employer' | 'ministry';
}) {
  const { t, f, locale } = useSpeech();
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('posting.title')}</th>
          <th scope="col">{t('posting.stage')}</th>
          <th scope="col" className="num">
            {t('posting.filled')}
          </th>
          <th scope="col">{t('posting.applyBy')}</th>
        </tr>
      </thead>
      <tbody>
        {postings.map(({ id, title, stage, mark, places, taken, applyBy }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/${locale}/${under}/vacancies/${id}`}>
                <Say text={title} quiet />
              </a>
            </th>
            <td data-l={t('posting.stage')}>
              <StageMark stage={stage} mark={mark} />
            </td>
            <td className="num" data-l={t('posting.filled')}>
              {t('posting.filledOf', { filled: f.number(taken), places: f.number(places) })}
            </td>
            <td data-l={t('posting.applyBy')}>{applyBy === null ? t('value.notStated') : f.date(applyBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
