import type { QuotaWithState } from '../../../db/queries/quota.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { workerCosts, workerPays } from '../../domain/pathway/costs.ts';
import { floorStates } from '../../domain/pathway/wage-floors.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { otherNames } from '../../i18n/text.ts';
import { Say } from '../ui/Say.tsx';
import { Facts } from '../ui/Section.tsx';
import { countedQuotas } from './Places.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';
import { reentryInWords } from './Ways.tsx';

/** A day as a reader of this pathway would want its versions told apart. */
export type Standing = { on: string; notInEffect: boolean; recordedAt: string };

/** Places left, and in which quotas: their names say whether they are of a year, a sector or several years together. */
function placesFact(placesLeft: number | null, quotas: readonly QuotaWithState[], on: string, { t, f, plain }: Speech) {
  const label = t('facts.places');
  if (placesLeft === null) return { label, figure: t('value.notStated'), meaning: t('facts.places.none') };
  const names = countedQuotas(quotas, on).flatMap(({ label: name }) => (name ? [plain(name)] : []));
  return { label, figure: f.number(placesLeft), meaning: names.length > 0 ? f.and(names) : t('facts.places.left') };
}

const payFact = ({ wageFloors }: Pathway, on: string, { t, f, code }: Speech) => {
  const inForce = floorStates(wageFloors, on)
    .filter(({ state }) => state === 'in-force')
    .map(({ floor }) => floor);
  const [general] = inForce.filter(({ when }) => when === undefined);
  const shown = general ?? inForce[0];
  if (!shown) return { label: t('facts.pay'), figure: t('value.notStated'), meaning: t('facts.pay.none') };
  const more = inForce.length - 1;
  const meaning = [code('per', shown.per), more > 0 && t('facts.pay.more', { count: more })]
    .filter(Boolean)
    .join(' · ');
  return { label: t('facts.pay'), figure: <bdi>{f.money(shown.money)}</bdi>, meaning };
};

const costFact = (pathway: Pathway, { t, code }: Speech) => {
  const pays = workerPays(pathway);
  if (pays === 'not-stated')
    return { label: t('facts.cost'), figure: t('value.notStated'), meaning: t('facts.cost.noneStated') };
  if (pays === 'nothing')
    return { label: t('facts.cost'), figure: code('pays', pays), meaning: t('facts.cost.othersPay') };
  return {
    label: t('facts.cost'),
    figure: code('pays', pays),
    meaning: t('facts.cost.items', { count: workerCosts(pathway).length }),
  };
};

const backFact = ({ return: terms }: Pathway, speech: Speech) => ({
  label: speech.t('ways.back'),
  figure: speech.code('commitmentShort', terms.commitment),
  meaning: (terms.reentry && reentryInWords(terms.reentry, speech)) || speech.t('facts.back.read'),
});

/** Name, state, what it is, and the figures a person decides by. */
export function PathwayHead({
  pathway,
  standing,
  placesLeft,
  quotas,
  children,
}: {
  pathway: Pathway;
  standing: Standing;
  placesLeft: number | null;
  quotas: readonly QuotaWithState[];
  children?: React.ReactNode;
}) {
  const speech = useSpeech();
  const { t, f, code, locale } = speech;
  const stay = stayInWords(pathway.stay, speech);
  const natives = Object.keys(pathway.name).filter(
    (language) => language !== 'en' && !['es', 'fr', 'ar'].includes(language),
  );
  return (
    <div className="stack head">
      <p className="kick">
        <a href={`/${locale}/destinations/${pathway.destination}`}>{f.country(pathway.destination)}</a>
        <span>{code('kind', pathway.kind)}</span>
        <StatusMark status={pathway.status} />
      </p>
      <h1>
        <Say text={pathway.name} />
      </h1>
      {otherNames(pathway.name, locale, natives).map(({ text, language }) => (
        <p className="muted" key={language} lang={language} dir={directionOf(language)}>
          {text}
        </p>
      ))}
      <p className="lede">
        <Say text={pathway.summary} />
      </p>
      {standing.notInEffect && (
        <div className="note">
          <p>
            {pathway.effective.from > standing.on
              ? t('pathway.notYet', { date: f.date(pathway.effective.from) })
              : t('pathway.ended', { date: f.date(pathway.effective.to ?? pathway.effective.from) })}
          </p>
        </div>
      )}
      {children}
      <Facts
        items={[
          placesFact(placesLeft, quotas, standing.on, speech),
          payFact(pathway, standing.on, speech),
          { label: t('facts.stay'), ...stay },
          costFact(pathway, speech),
          {
            label: t('facts.family'),
            figure: code('family', String(pathway.familyMayAccompany)),
            meaning: code('settlement', String(pathway.leadsToSettlement)),
          },
          backFact(pathway, speech),
        ].map(({ figure, label, meaning }) => ({ label, figure, meaning }))}
      />
      <p className="small muted">
        {t('checked.on', { date: f.date(pathway.verifiedOn) })} ·{' '}
        {t('checked.confidence', { level: code('confidence', pathway.confidence) })} ·{' '}
        <a href="#sources">{t('source.all')}</a>
      </p>
    </div>
  );
}
