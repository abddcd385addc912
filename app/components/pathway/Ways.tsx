import { Fragment, type ReactNode } from 'react';
import type { Cost, Obligation, Pathway } from '../../domain/documents/index.ts';
import { inDueOrder } from '../../domain/pathway/due-order.ts';
import { floorStates } from '../../domain/pathway/wage-floors.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';
import { dueInWords } from './due-words.ts';

const PARTIES = ['worker', 'employer', 'origin', 'destination'] as const satisfies readonly Obligation['party'][];
type Party = (typeof PARTIES)[number];

type Item = { key: string; node: ReactNode };

/** One item for several things of a kind: what they are, then each on its line. */
const together = (key: string, heading: string, lines: readonly Item[]): Item[] =>
  lines.length === 0
    ? []
    : [
        {
          key,
          node: (
            <>
              <b>{heading}</b>
              <ul className="lines">
                {lines.map(({ key, node }) => (
                  <li key={key}>{node}</li>
                ))}
              </ul>
            </>
          ),
        },
      ];

const costItems = (costs: readonly Cost[], payer: Cost['payer'], { t, f }: Speech): Item[] =>
  together(
    `costs-${payer}`,
    t(payer === 'shared' ? 'ways.in.shares' : 'ways.in.pays'),
    costs
      .filter((cost) => cost.payer === payer)
      .map(({ id, label, money }) => ({
        key: id,
        node: (
          <>
            <Say text={label} quiet />
            {t('value.colon')}
            {money ? <bdi className="nowrap">{f.money(money)}</bdi> : t('value.notKnown')}
          </>
        ),
      })),
  );

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

/** Offices by what they do; where they are of several states, each with its state. */
function agencyItems(agencies: Pathway['agencies'], role: (role: string) => string, { t, f }: Speech): Item[] {
  const several = new Set(agencies.map(({ country }) => country)).size > 1;
  const roles = [...new Set(agencies.map(({ role: of }) => of))];
  return roles.flatMap((of) =>
    together(
      `agencies-${of}`,
      role(of),
      agencies
        .filter(({ role: own }) => own === of)
        .map(({ id, name, country }) => ({
          key: id,
          node: (
            <>
              {several && f.country(country) + t('value.colon')}
              <Say text={name} quiet />
            </>
          ),
        })),
    ),
  );
}

type Words = { pathway: Pathway; on: string; role(role: string): string; placesLine: string; origin?: string };

/** What each party does so that the way in opens. */
const wayIn: Record<Party, (words: Words, speech: Speech) => Item[]> = {
  worker: ({ pathway }, speech) => [
    { key: 'qualify', node: <a href="#who">{speech.t('ways.in.qualify')}</a> },
    ...(pathway.selection ? [{ key: 'selection', node: <>{speech.code('selection', pathway.selection.mode)}</> }] : []),
    ...costItems(pathway.costs, 'worker', speech),
    ...costItems(pathway.costs, 'shared', speech),
  ],
  employer: ({ pathway, on }, speech) => [
    ...floorItems(pathway, on, speech),
    ...costItems(pathway.costs, 'employer', speech),
  ],
  origin: ({ pathway, role, origin }, speech) => [
    ...agencyItems(
      pathway.agencies.filter(({ country }) => (origin ? country === origin : country !== pathway.destination)),
      role,
      speech,
    ),
    ...costItems(pathway.costs, 'origin', speech),
  ],
  destination: ({ pathway, role, placesLine }, speech) => [
    { key: 'places', node: <a href="#places">{placesLine}</a> },
    ...agencyItems(
      pathway.agencies.filter(({ country }) => country === pathway.destination),
      role,
      speech,
    ),
    ...costItems(pathway.costs, 'destination', speech),
  ],
};

const DETAILS = ['evidence', 'incentive', 'sanction'] as const;

/** What shows an obligation, what it brings and what follows if it is not met, in one paragraph. */
function Details({ obligation }: { obligation: Obligation }) {
  const { t } = useSpeech();
  const stated = DETAILS.flatMap((part) => {
    const text = obligation[part];
    return text ? [{ part, text }] : [];
  });
  if (stated.length === 0) return null;
  return (
    <p>
      {stated.map(({ part, text }, at) => (
        <Fragment key={part}>
          {at > 0 && ' · '}
          <b>{t(`ways.${part}`)}</b> <Say text={text} />
        </Fragment>
      ))}
    </p>
  );
}

function Undertaken({ obligation, pathway }: { obligation: Obligation; pathway: Pathway }) {
  const speech = useSpeech();
  return (
    <>
      <span className="mark due">
        <Icon shape="due" />
        {dueInWords(obligation.due, speech)}
      </span>
      <br />
      <Say text={obligation.label} />
      <Cite cite={obligation.cite} sources={pathway.sources} />
      <Details obligation={obligation} />
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

function PartyRow({ party, words }: { party: Party; words: Words }) {
  const speech = useSpeech();
  const { t, f, code } = speech;
  const { pathway, origin } = words;
  const country = party === 'destination' ? pathway.destination : party === 'origin' ? origin : undefined;
  const back = inDueOrder(pathway.return.obligations.filter((obligation) => obligation.party === party));
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
export function Ways(words: Words) {
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
        <PartyRow key={party} party={party} words={words} />
      ))}
    </div>
  );
}

/** The way back in one line, for lists: the commitment, what the worker undertakes first (in words), and whether one may come again. */
export function WayBackLine({
  terms,
  first,
}: {
  terms: Pick<Pathway['return'], 'commitment' | 'reentry'>;
  first?: ReactNode;
}) {
  const speech = useSpeech();
  const { t, code } = speech;
  return (
    <p className="home-line">
      <b>
        <Icon shape="home" flip /> {t('ways.back')}
      </b>{' '}
      {code('commitmentShort', terms.commitment)}
      {first && <> · {first}</>}
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
