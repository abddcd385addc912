import { Fragment, type ReactNode } from 'react';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import type { ListedPathway } from './listed-pathway.ts';
import { Marked } from './Marked.tsx';
import { PathwayKick } from './PathwayKick.tsx';
import { stayInWords } from './stay-words.ts';
import { WayBackLine } from './Ways.tsx';

type Figure = { label: string; figure: ReactNode; meaning?: string };

/** A known figure stands out; what is not stated does not. */
const known = (figure: ReactNode) => <b>{figure}</b>;

function payFigure({ wageFloor }: ListedPathway, { t, f, code }: Speech): Figure {
  const label = t('facts.pay');
  if (!wageFloor) return { label, figure: t('value.notStated') };
  const figure = (
    <>
      <bdi>{f.money(wageFloor.money)}</bdi> {code('per', wageFloor.per)}
    </>
  );
  return { label, figure: known(figure) };
}

function stayFigure({ stay }: ListedPathway, speech: Speech): Figure {
  const { figure, meaning } = stayInWords(stay, speech);
  return { label: speech.t('facts.stay'), figure: stay.initialMonths === null ? figure : known(figure), meaning };
}

/** One cost is told by its amount and name; several by how many they are, for their texts are for the pathway's page. */
function costFigure({ workerPays, workerCosts, onlyCost }: ListedPathway, { t, f, code }: Speech): Figure {
  const label = t('facts.cost');
  if (workerPays === 'not-stated') return { label, figure: t('value.notStated') };
  if (onlyCost?.money) return { label, figure: known(<bdi>{f.money(onlyCost.money)}</bdi>), meaning: onlyCost.label };
  const meaning = workerCosts > 0 ? t('facts.cost.count', { count: workerCosts }) : t('facts.cost.othersPay');
  return { label, figure: known(code('pays', workerPays)), meaning };
}

function placesFigure({ placesLeft }: ListedPathway, { t, f }: Speech): Figure {
  const label = t('facts.places');
  if (placesLeft === null) return { label, figure: t('value.notStated') };
  return { label, figure: known(f.number(placesLeft)), meaning: t('facts.places.left') };
}

const FIGURES = [payFigure, stayFigure, costFigure, placesFigure];

/** The figures a person decides by: pay, stay, cost, places. */
export function PathwayFigures({ pathway }: { pathway: ListedPathway }) {
  const speech = useSpeech();
  return (
    <dl className="figures">
      {FIGURES.map((figureOf) => figureOf(pathway, speech)).map(({ label, figure, meaning }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            {figure}
            {meaning && ` · ${meaning}`}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A pathway in a list: what it is, the figures a person decides by, and always its way back. */
export function PathwayRow({ pathway }: { pathway: ListedPathway }) {
  const { t, locale } = useSpeech();
  const { id, name, summary, commitment, reentry, undertaking } = pathway;
  return (
    <article className="row">
      <div>
        <PathwayKick pathway={pathway} />
        <h2>
          <a href={`/${locale}/pathways/${id}`}>
            <Marked words={name} />
          </a>
        </h2>
        <p>
          <Marked words={summary} />
        </p>
        <WayBackLine terms={{ commitment, reentry }} first={undertaking && <Marked words={undertaking} />} />
      </div>
      <div>
        <PathwayFigures pathway={pathway} />
        <label className="check">
          <input type="checkbox" name="pathway" value={id} form="compare" />
          {t('pathways.compareThis')}
        </label>
      </div>
    </article>
  );
}
