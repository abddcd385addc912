import { Fragment, type ReactNode } from 'react';
import type { Highlight } from '../../../search/engine.ts';
import type { PathwaySearchDocument } from '../../../search/pathway/document.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Say } from '../ui/Say.tsx';
import { Whole } from '../ui/Whole.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';
import { WayBackLine } from './Ways.tsx';

/** A text of a result with what matched marked in it. */
function Marked({ highlight }: { highlight: Highlight }) {
  return (
    <span lang={highlight.language} dir={directionOf(highlight.language)}>
      {highlight.pieces.map(({ text, match }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
        match ? <mark key={at}>{text}</mark> : <Whole key={at} text={text} />,
      )}
    </span>
  );
}

type Figure = { label: string; figure: ReactNode; meaning?: string };

/** A known figure stands out; what is not stated does not. */
const known = (figure: ReactNode) => <b>{figure}</b>;

function payFigure({ wageFloor }: PathwaySearchDocument, { t, f, code }: Speech): Figure {
  const label = t('facts.pay');
  if (!wageFloor) return { label, figure: t('value.notStated') };
  const figure = (
    <>
      <bdi>{f.money(wageFloor.money)}</bdi> {code('per', wageFloor.per)}
    </>
  );
  return { label, figure: known(figure) };
}

function stayFigure({ stay }: PathwaySearchDocument, speech: Speech): Figure {
  const { figure, meaning } = stayInWords(stay, speech);
  return { label: speech.t('facts.stay'), figure: stay.initialMonths === null ? figure : known(figure), meaning };
}

/** One cost is told by its amount and name; several by how many they are, for their texts are for the pathway's page. */
function costFigure({ workerPays, workerCosts }: PathwaySearchDocument, { t, f, code, plain }: Speech): Figure {
  const label = t('facts.cost');
  const [only, ...more] = workerCosts;
  if (workerPays === 'not-stated') return { label, figure: t('value.notStated') };
  if (only?.money && more.length === 0)
    return { label, figure: known(<bdi>{f.money(only.money)}</bdi>), meaning: plain(only.label) };
  const meaning = only ? t('facts.cost.count', { count: workerCosts.length }) : t('facts.cost.othersPay');
  return { label, figure: known(code('pays', workerPays)), meaning };
}

function placesFigure({ placesLeft }: PathwaySearchDocument, { t, f }: Speech): Figure {
  const label = t('facts.places');
  if (placesLeft === null) return { label, figure: t('value.notStated') };
  return { label, figure: known(f.number(placesLeft)), meaning: t('facts.places.left') };
}

const FIGURES = [payFigure, stayFigure, costFigure, placesFigure];

/** A pathway in a list: what it is, the figures a person decides by, and always its way back. */
export function PathwayRow({
  document,
  highlights,
}: {
  document: PathwaySearchDocument;
  highlights: readonly Highlight[];
}) {
  const speech = useSpeech();
  const { t, f, code, locale } = speech;
  const found = (field: Highlight['field']) => highlights.find((one) => one.field === field);
  const [name, summary] = [found('name'), found('summary')];
  return (
    <article className="row">
      <div>
        <p className="kick">
          <span>{f.country(document.destination)}</span>
          <span>{code('kind', document.kind)}</span>
          <StatusMark status={document.status} />
        </p>
        <h3>
          <a href={`/${locale}/pathways/${document.id}`}>
            {name ? <Marked highlight={name} /> : <Say text={document.name} quiet />}
          </a>
        </h3>
        <p>{summary ? <Marked highlight={summary} /> : <Say text={document.summary} />}</p>
        <WayBackLine
          terms={{ commitment: document.commitment, reentry: document.reentry, first: document.backLine[0]?.label }}
        />
      </div>
      <div>
        <dl className="figures">
          {FIGURES.map((figureOf) => figureOf(document, speech)).map(({ label, figure, meaning }) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>
                {figure}
                {meaning && ` · ${meaning}`}
              </dd>
            </Fragment>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" name="pathway" value={document.id} form="compare" />
          {t('pathways.compareThis')}
        </label>
      </div>
    </article>
  );
}
