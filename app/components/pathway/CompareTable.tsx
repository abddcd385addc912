import type { ReactNode } from 'react';
import type { Pathway } from '../../domain/documents/index.ts';
import { workerCosts } from '../../domain/pathway/costs.ts';
import { inDueOrder } from '../../domain/pathway/due-order.ts';
import { floorStates } from '../../domain/pathway/wage-floors.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';
import { reentryInWords } from './Ways.tsx';

type Row = { label: string; cell(pathway: Pathway): ReactNode };

const lines = (items: readonly ReactNode[], none: string) =>
  items.length === 0 ? (
    none
  ) : (
    <ul className="bul">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list drawn once on the server
        <li key={at}>{item}</li>
      ))}
    </ul>
  );

const originsCell = ({ origins, exceptOrigins = [] }: Pathway, { t, f }: Speech) => {
  if (origins !== 'any') return t('compare.states', { count: origins.length });
  return exceptOrigins.length === 0
    ? t('pathway.origins.any')
    : t('pathway.origins.anyExcept', { countries: f.and(exceptOrigins.map(f.country)) });
};

const payCell = ({ wageFloors }: Pathway, on: string, { t, f, code }: Speech) =>
  lines(
    floorStates(wageFloors, on)
      .filter(({ state }) => state === 'in-force')
      .map(({ floor }) => (
        <>
          <bdi>{f.money(floor.money)}</bdi> {code('per', floor.per)}
          {floor.label && (
            <span className="muted">
              {' · '}
              <Say text={floor.label} quiet />
            </span>
          )}
        </>
      )),
    t('value.notStated'),
  );

const costCell = (pathway: Pathway, speech: Speech) => {
  const { t, f, code } = speech;
  if (pathway.costs.length === 0) return t('value.notStated');
  return lines(
    workerCosts(pathway).map(({ label, money, payer }) => (
      <>
        <Say text={label} quiet />
        {t('value.colon')}
        {money ? <bdi>{f.money(money)}</bdi> : t('value.notKnown')}
        {payer === 'shared' && ` · ${code('payer', payer)}`}
      </>
    )),
    code('pays', 'nothing'),
  );
};

const backCell = ({ return: terms }: Pathway, speech: Speech) => (
  <>
    <p>
      <b>{speech.code('commitment', terms.commitment)}</b>
    </p>
    {lines(
      inDueOrder(terms.obligations.filter(({ party }) => party === 'worker')).map(({ label }) => (
        <Say key="label" text={label} quiet />
      )),
      speech.t('ways.back.none'),
    )}
    {terms.reentry && <p>{reentryInWords(terms.reentry, speech)}</p>}
  </>
);

const rowsOf = (places: Readonly<Record<string, number | null>>, on: string, speech: Speech): Row[] => {
  const { t, f, code } = speech;
  return [
    { label: t('table.state'), cell: ({ status }) => <StatusMark status={status} /> },
    { label: t('compare.destination'), cell: ({ destination }) => f.country(destination) },
    { label: t('facet.kind'), cell: ({ kind }) => code('kind', kind) },
    { label: t('compare.origins'), cell: (pathway) => originsCell(pathway, speech) },
    { label: t('facts.pay'), cell: (pathway) => payCell(pathway, on, speech) },
    {
      label: t('facts.stay'),
      cell: ({ stay }) => {
        const { figure, meaning } = stayInWords(stay, speech);
        return `${figure} · ${meaning}`;
      },
    },
    { label: t('facts.cost'), cell: (pathway) => costCell(pathway, speech) },
    { label: t('facts.places'), cell: ({ id }) => (places[id] == null ? t('value.notStated') : f.number(places[id])) },
    { label: t('facts.family'), cell: ({ familyMayAccompany }) => code('family', String(familyMayAccompany)) },
    { label: t('facet.settlement'), cell: ({ leadsToSettlement }) => code('settlement', String(leadsToSettlement)) },
    { label: t('ways.back'), cell: (pathway) => backCell(pathway, speech) },
    {
      label: t('compare.confidence'),
      cell: ({ confidence, verifiedOn }) => `${code('confidence', confidence)} · ${f.date(verifiedOn)}`,
    },
  ];
};

/** Up to four pathways, one a column. */
export function CompareTable({
  pathways,
  places,
  on,
}: {
  pathways: readonly Pathway[];
  places: Readonly<Record<string, number | null>>;
  on: string;
}) {
  const speech = useSpeech();
  const { t, plain, locale } = speech;
  const rows = rowsOf(places, on, speech);
  const href = (left: readonly Pathway[]) =>
    `/${locale}/compare?${new URLSearchParams(left.map(({ id }) => ['pathway', id]))}`;
  return (
    <div className="scroll">
      <table className="fold compare">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('compare.aspect')}</span>
            </th>
            {pathways.map((pathway) => (
              <th scope="col" key={pathway.id}>
                <a href={`/${locale}/pathways/${pathway.id}`}>
                  <Say text={pathway.name} quiet />
                </a>
                {pathways.length > 1 && (
                  <div className="no-print">
                    <a className="small" href={href(pathways.filter((other) => other !== pathway))}>
                      {t('compare.remove')}
                      <span className="vh"> {plain(pathway.name)}</span>
                    </a>
                  </div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {pathways.map((pathway) => (
                <td key={pathway.id} data-l={plain(pathway.name)}>
                  {cell(pathway)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
