import { Fragment, type ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import { Marked } from '../pathway/Marked.tsx';
import { WayBackLine } from '../pathway/Ways.tsx';
import {
  closingFigure,
  contractFigure,
  costFigure,
  languageFigure,
  payFigure,
  placesFigure,
  startFigure,
} from './figures.tsx';
import type { ListedVacancy } from './listed-vacancy.ts';

const FIGURES = [payFigure, contractFigure, placesFigure, closingFigure, startFigure, languageFigure, costFigure];

function VacancyFigures({ vacancy }: { vacancy: ListedVacancy }) {
  const speech = useSpeech();
  return (
    <dl className="figures">
      {FIGURES.map((figureOf) => figureOf(vacancy, speech)).map(({ label, figure, meaning, known, listed }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            {known && !listed ? <b>{figure}</b> : figure}
            {meaning && <> · {meaning}</>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Who offers the work; one that is not registered here has no page of its own. */
export function Employer({ employer: { id, name } }: { employer: ListedVacancy['employer'] }) {
  const { locale } = useSpeech();
  if (name === null) return <bdi>{id}</bdi>;
  return (
    <a href={`/${locale}/organisations/${id}`}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** Where the work is, its kind, and whether it is made up. */
export function VacancyKick({
  vacancy: { destination, region, pathway, example },
}: {
  vacancy: Pick<ListedVacancy, 'destination' | 'region' | 'example'> & { pathway: { kind: string } };
}) {
  const { t, f, code } = useSpeech();
  return (
    <p className="kick">
      <span>{f.country(destination)}</span>
      {region && <bdi>{region}</bdi>}
      <span>{code('kind', pathway.kind)}</span>
      {example && <span className="tag">{t('try.example')}</span>}
    </p>
  );
}

/** A vacancy in a list: what it is, the figures a person decides by, and always the way back of its pathway; `children`: what it is to one. */
export function VacancyRow({ vacancy, children }: { vacancy: ListedVacancy; children?: ReactNode }) {
  const { t, locale } = useSpeech();
  const { id, title, employer, pathway, commitment, reentry, undertaking } = vacancy;
  return (
    <article className="row">
      <div>
        <VacancyKick vacancy={vacancy} />
        <h2>
          <a href={`/${locale}/vacancies/${id}`}>
            <bdi>
              <Marked words={title} />
            </bdi>
          </a>
        </h2>
        <p>
          <Employer employer={employer} />
        </p>
        <p>
          {t('vacancy.under')}{' '}
          <a href={`/${locale}/pathways/${pathway.id}`}>
            <Marked words={pathway.name} />
          </a>
        </p>
        <WayBackLine
          terms={{ commitment, ...(reentry && { reentry }) }}
          first={undertaking && <Marked words={undertaking} />}
        />
        {children}
      </div>
      <div>
        <VacancyFigures vacancy={vacancy} />
      </div>
    </article>
  );
}
