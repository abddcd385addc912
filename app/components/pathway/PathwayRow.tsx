import type { Highlight } from '../../../search/engine.ts';
import type { PathwaySearchDocument } from '../../../search/pathway/document.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';
import { WayBackLine } from './Ways.tsx';

/** A text of a result with what matched marked in it. */
function Marked({ highlight }: { highlight: Highlight }) {
  return (
    <span lang={highlight.language}>
      {highlight.pieces.map(({ text, match }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
        match ? <mark key={at}>{text}</mark> : text,
      )}
    </span>
  );
}

type Figure = { label: string; figure: React.ReactNode; meaning?: string | undefined };

function payFigure({ wageFloor }: PathwaySearchDocument, { t, f, code }: Speech): Figure {
  return wageFloor
    ? { label: t('facts.pay'), figure: <bdi>{f.money(wageFloor.money)}</bdi>, meaning: code('per', wageFloor.per) }
    : { label: t('facts.pay'), figure: t('value.notStated') };
}

function costFigure({ workerPays, workerCosts }: PathwaySearchDocument, { t, f, plain }: Speech): Figure {
  const items = workerCosts
    .slice(0, 3)
    .map(({ label, money }) => (money ? `${plain(label)} (${f.money(money)})` : plain(label)));
  const more = workerCosts.length > 3 ? t('facts.cost.more', { count: workerCosts.length - 3 }) : '';
  const figure = { nothing: t('facts.cost.nothing'), some: t('facts.cost.some'), 'not-stated': t('value.notStated') }[
    workerPays
  ];
  return {
    label: t('facts.cost'),
    figure,
    meaning: workerPays === 'nothing' ? t('facts.cost.othersPay') : [...items, more].filter(Boolean).join('; '),
  };
}

function figuresOf(document: PathwaySearchDocument, speech: Speech): Figure[] {
  const { t, f } = speech;
  const { figure, meaning } = stayInWords(document.stay, speech);
  return [
    payFigure(document, speech),
    { label: t('facts.stay'), figure, meaning },
    costFigure(document, speech),
    document.placesLeft === null
      ? { label: t('facts.places'), figure: t('value.notStated') }
      : { label: t('facts.places'), figure: f.number(document.placesLeft), meaning: t('facts.places.left') },
  ];
}

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
        <p>{summary ? <Marked highlight={summary} /> : <Say text={document.summary} quiet />}</p>
        <WayBackLine
          terms={{ commitment: document.commitment, reentry: document.reentry, first: document.backLine[0]?.label }}
        />
      </div>
      <div>
        <dl className="facts">
          {figuresOf(document, speech).map(({ label, figure, meaning }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {figure}
                {meaning && <small>{meaning}</small>}
              </dd>
            </div>
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
