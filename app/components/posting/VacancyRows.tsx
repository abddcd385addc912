import type { ReactNode } from 'react';
import type { Rule, Source, VacancyDraft } from '../../domain/documents/index.ts';
import type { MarketTest } from '../../domain/vacancy/draft/market-test.ts';
import { DRAFT_STEPS, type DraftStep } from '../../domain/vacancy/draft/steps.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { RuleList } from '../pathway/RuleList.tsx';
import { Say } from '../ui/Say.tsx';
import { Section } from '../ui/Section.tsx';

/** What a vacancy's codes are called. */
export type VacancyNames = {
  occupation: string | null;
  sector: string | null;
  pathway: { id: string; name: string } | null;
  /** What is required, with occupations by name. */
  requires: Rule | null;
};

/** A vacancy, or as much as is written of it. */
export type Shown = { body: VacancyDraft; marketTest: MarketTest | null; names: VacancyNames };

type Row = readonly [label: string, value: ReactNode];

const NO_SOURCES: readonly Source[] = [];

const work = ({ body, names }: Shown, { t, f }: Speech): Row[] => [
  [t('posting.occupation'), names.occupation],
  [t('posting.sector'), names.sector],
  [t('posting.destination'), body.destination && f.country(body.destination)],
];

const pathway = ({ names }: Shown, { t, locale }: Speech): Row[] => [
  [
    t('posting.step.pathway'),
    names.pathway && (
      <a href={`/${locale}/pathways/${names.pathway.id}`}>
        <bdi>{names.pathway.name}</bdi>
      </a>
    ),
  ],
];

const paragraphs = (text: string) => text.split(/\n+/).map((line) => <p key={line}>{line}</p>);

const job = ({ body }: Shown, { t, f, say }: Speech): Row[] => [
  [t('posting.title'), body.title && <Say text={body.title} />],
  [t('posting.description'), body.description && <div dir="auto">{paragraphs(say(body.description).text)}</div>],
  [t('posting.region'), body.region && <bdi>{body.region}</bdi>],
  [t('posting.places'), body.places !== undefined && f.number(body.places)],
  [t('field.months'), body.contractMonths !== undefined && t('time.months', { count: body.contractMonths })],
  [t('field.hours'), body.hoursPerWeek !== undefined && f.number(body.hoursPerWeek)],
  [t('posting.startOn'), body.startOn && f.date(body.startOn)],
  [t('posting.applyBy'), body.applyBy && f.date(body.applyBy)],
];

const pay = ({ body: { wage, provides, workerFees } }: Shown, { t, f, code }: Speech): Row[] => [
  [
    t('field.wage'),
    wage && (
      <>
        <bdi>{f.money(wage.money)}</bdi> {code('per', wage.per)}
      </>
    ),
  ],
  [t('posting.housing'), provides?.housing && code('posting.housing', provides.housing)],
  [t('posting.meals'), provides?.meals && code('posting.meals', provides.meals)],
  [t('posting.travel'), provides?.travel && code('posting.travel', provides.travel)],
  [t('posting.fees'), workerFees && <bdi>{f.money(workerFees)}</bdi>],
];

const needs = ({ body: { languages, skills }, names: { requires } }: Shown, { t, f }: Speech): Row[] => [
  [
    t('posting.languages'),
    languages && f.and(languages.map(({ language, cefr }) => `${f.language(language)} ${cefr}`)),
  ],
  [t('posting.skills'), skills && <bdi>{skills.join(' · ')}</bdi>],
  [t('posting.requires'), requires && <RuleList rule={requires} sources={NO_SOURCES} />],
];

const papers = ({ body: { recruiter }, marketTest }: Shown, { t, f }: Speech): Row[] => [
  [t('posting.recruiter'), recruiter && <bdi>{recruiter}</bdi>],
  [
    t('posting.test'),
    marketTest && (
      <>
        <bdi>{marketTest.office}</bdi>, <bdi>{marketTest.number}</bdi>, {f.date(marketTest.on)}
      </>
    ),
  ],
];

const ROWS: Record<DraftStep, (shown: Shown, speech: Speech) => Row[]> = { work, pathway, job, pay, needs, papers };

/** What stands on one page of a vacancy; what is not stated says so. */
function StepRows({ step, shown }: { step: DraftStep; shown: Shown }) {
  const speech = useSpeech();
  return (
    <dl className="terms answers">
      {ROWS[step](shown, speech).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={value ? undefined : 'muted'}>{value || speech.t('value.notStated')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A vacancy as a whole, page by page as it is written; `change` leads to where a page of it is. */
export function VacancyRows({ shown, change }: { shown: Shown; change?: (step: DraftStep) => ReactNode }) {
  const { t } = useSpeech();
  return DRAFT_STEPS.map((step) => (
    <Section key={step} id={step} title={t(`posting.step.${step}`)}>
      <StepRows step={step} shown={shown} />
      {change?.(step)}
    </Section>
  ));
}
