import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import type { ReadVacancy } from '../../use-cases/read-vacancy.ts';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Facts } from '../ui/Section.tsx';
import { closingFigure, contractFigure, payFigure, placesFigure, startFigure } from './figures.tsx';
import type { ListedVacancy } from './listed-vacancy.ts';
import { Employer, VacancyKick } from './VacancyRow.tsx';

const FIGURES = [payFigure, contractFigure, placesFigure, closingFigure, startFigure];

/** Who says that the employer is what it says; where nobody does, that too is said. */
function VerifiedBy({ verifications }: Pick<ReadVacancy, 'verifications'>) {
  const { t, f } = useSpeech();
  const [latest] = verifications;
  if (!latest)
    return (
      <span className="mark unknown">
        <Icon shape="unknown" />
        {t('vacancy.unverified')}
      </span>
    );
  return (
    <span className="mark met">
      <Icon shape="met" />
      {t('vacancy.verified', { state: f.country(latest.state), date: f.date(latest.verifiedOn) })}
    </span>
  );
}

/** That it cannot be applied for, why, and where else to look. */
function Ended({ vacancy, ended }: { vacancy: ListedVacancy & { occupation: string }; ended: ReadVacancy['ended'] }) {
  const { t, f, locale } = useSpeech();
  if (ended === null) return null;
  return (
    <div className="note" role="status">
      <p>
        <b>{t(`vacancy.ended.${ended}`, { date: vacancy.applyBy === undefined ? '' : f.date(vacancy.applyBy) })}</b>
      </p>
      {ended === 'flagged' && <p>{t('organisation.neverPay')}</p>}
      <p>
        <a href={`/${locale}/vacancies?occupation=${vacancy.occupation}`}>{t('vacancy.ended.others')}</a>
      </p>
    </div>
  );
}

/** What is offered, by whom, and the figures a person decides by; `children` are what one can do about it. */
export function VacancyHead({
  vacancy,
  title,
  ended,
  verifications,
  children,
}: {
  vacancy: ListedVacancy & { occupation: string };
  title: Parameters<typeof Say>[0]['text'];
  children: ReactNode;
} & Pick<ReadVacancy, 'ended' | 'verifications'>) {
  const speech = useSpeech();
  return (
    <div className="stack">
      <VacancyKick vacancy={vacancy} />
      <h1>
        <bdi>
          <Say text={title} quiet />
        </bdi>
      </h1>
      <p className="lede">
        <Employer employer={vacancy.employer} />
      </p>
      <p>
        <VerifiedBy verifications={verifications} />
      </p>
      <Ended vacancy={vacancy} ended={ended} />
      <Facts
        items={FIGURES.map((figureOf) => figureOf(vacancy, speech)).map(({ label, figure, meaning }) => ({
          ...{ label, figure, meaning },
        }))}
      />
      {children}
    </div>
  );
}
