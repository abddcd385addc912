import type { ReactNode } from 'react';
import type { Cost, Obligation, Pathway } from '../../domain/documents/index.ts';
import { floorStates } from '../../domain/pathway/wage-floors.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';
import { dueInWords } from './due-words.ts';

const PARTIES = ['worker', 'employer', 'origin', 'destination'] as const satisfies readonly Obligation['party'][];
type Party = (typeof PARTIES)[number];

type Item = { key: string; node: ReactNode };

const costItems = (costs: readonly Cost[], payers: readonly Cost['payer'][], speech: Speech): Item[] =>
  costs
    .filter(({ payer }) => payers.includes(payer))
    .map(({ id, label, money, payer }) => ({
      key: `cost-${id}`,
      node: (
        <>
          {speech.t(payer === 'shared' ? 'ways.in.shares' : 'ways.in.pays')} <Say text={label} quiet />
          {': '}
          {money ? <bdi>{speech.f.money(money)}</bdi> : speech.t('value.notKnown')}
        </>
      ),
    }));

const floorItems = ({ wageFloors }: Pathway, on: string, { t, f, code }: Speech): Item[] =>
  floorStates(wageFloors, on)
    .filter(({ state, floor }) => state === 'in-force' && floor.when === undefined)
    .map(({ floor }) => ({
      key: `floor-${floor.per}-${floor.money.amount}`,
      node: (
        <>
          {t('ways.in.payAtLeast')} <bdi>{f.money(floor.money)}</bdi> {code('per', floor.per)}
        </>
      ),
    }));

const agencyItems = (
  { agencies }: Pathway,
  isOurs: (country: string) => boolean,
  role: (role: string) => string,
): Item[] =>
  agencies
    .filter(({ country }) => isOurs(country))
    .map(({ id, name, role: of }) => ({
      key: `agency-${id}`,
      node: (
        <>
          <Say text={name} quiet /> · <span className="muted">{role(of)}</span>
        </>
      ),
    }));

type Words = { pathway: Pathway; on: string; role(role: string): string; placesLine: string };

/** What each party does so that the way in opens. */
const wayIn: Record<Party, (words: Words, speech: Speech) => Item[]> = {
  worker: ({ pathway }, speech) => [
    { key: 'qualify', node: <a href="#who">{speech.t('ways.in.qualify')}</a> },
    ...(pathway.selection ? [{ key: 'selection', node: <>{speech.code('selection', pathway.selection.mode)}</> }] : []),
    ...costItems(pathway.costs, ['worker', 'shared'], speech),
  ],
  employer: ({ pathway, on }, speech) => [
    ...floorItems(pathway, on, speech),
    ...costItems(pathway.costs, ['employer'], speech),
  ],
  origin: ({ pathway, role }, speech) => [
    ...agencyItems(pathway, (country) => country !== pathway.destination, role),
    ...costItems(pathway.costs, ['origin'], speech),
  ],
  destination: ({ pathway, role, placesLine }, speech) => [
    { key: 'places', node: <a href="#places">{placesLine}</a> },
    ...agencyItems(pathway, (country) => country === pathway.destination, role),
    ...costItems(pathway.costs, ['destination'], speech),
  ],
};

function Undertaken({ obligation, pathway }: { obligation: Obligation; pathway: Pathway }) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      <span className="mark due">
        <Icon shape="due" />
        {dueInWords(obligation.due, speech)}
      </span>
      <br />
      <Say text={obligation.label} />
      <Cite cite={obligation.cite} sources={pathway.sources} />
      {(['evidence', 'incentive', 'sanction'] as const).map((part) => {
        const text = obligation[part];
        return (
          text && (
            <p key={part}>
              <b>{t(`ways.${part}`)}</b> <Say text={text} />
            </p>
          )
        );
      })}
    </>
  );
}

const List = ({ items, none }: { items: readonly Item[]; none: string }) =>
  items.length === 0 ? (
    <p className="none">{none}</p>
  ) : (
    <ul>
      {items.map(({ key, node }) => (
        <li key={key}>{node}</li>
      ))}
    </ul>
  );

function PartyRow({ party, words, origin }: { party: Party; words: Words; origin: string | undefined }) {
  const speech = useSpeech();
  const { t, f, code } = speech;
  const { pathway } = words;
  const country = party === 'destination' ? pathway.destination : party === 'origin' ? origin : undefined;
  const back = pathway.return.obligations.filter((obligation) => obligation.party === party);
  return (
    <section className="party">
      <h3>
        <span>
          {code('party', party)}
          {country && (
            <>
              <br />
              <span className="small muted">{f.country(country)}</span>
            </>
          )}
        </span>
      </h3>
      <div className="in">
        <h4>
          <Icon shape="out" flip />
          {t('ways.in')}
        </h4>
        <List items={wayIn[party](words, speech)} none={t('ways.in.none')} />
      </div>
      <div className="back">
        <h4>
          <Icon shape="home" flip />
          {t('ways.back')}
        </h4>
        <List
          items={back.map((obligation) => ({
            key: obligation.id,
            node: <Undertaken obligation={obligation} pathway={pathway} />,
          }))}
          none={t('ways.back.none')}
        />
      </div>
    </section>
  );
}

/** Way in | way back, one row a party: a legal way in is never shown without its way back. */
export function Ways({ origin, ...words }: Words & { origin?: string }) {
  const { t } = useSpeech();
  return (
    <div className="ways">
      <div className="ways-head" aria-hidden="true">
        <p>
          {t('ways.in')}
          <Icon shape="out" flip />
        </p>
        <span />
        <p>
          <Icon shape="home" flip />
          {t('ways.back')}
        </p>
      </div>
      {PARTIES.map((party) => (
        <PartyRow key={party} party={party} words={words} origin={origin} />
      ))}
    </div>
  );
}

/** The way back in one line, for lists: the commitment, and what follows from it. */
export function WayBackLine({
  terms,
}: {
  terms: Pick<Pathway['return'], 'commitment' | 'reentry'> & { first?: Obligation['label'] | undefined };
}) {
  const speech = useSpeech();
  const { t, code } = speech;
  return (
    <p className="home-line">
      <b>
        <Icon shape="home" flip /> {t('ways.back')}
      </b>{' '}
      {code('commitment', terms.commitment)}
      {terms.first && (
        <>
          {' · '}
          <Say text={terms.first} quiet />
        </>
      )}
      {terms.reentry && <> · {reentryInWords(terms.reentry, speech)}</>}
    </p>
  );
}

/** Whether and when a person may come again. */
export function reentryInWords(reentry: NonNullable<Pathway['return']['reentry']>, { t }: Speech): string {
  const months = reentry.coolingOffMonths;
  return [months !== undefined && t('reentry.coolingOff', { count: months }), reentry.priority && t('reentry.priority')]
    .filter(Boolean)
    .join(' · ');
}
