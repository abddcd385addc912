import type { ReactNode } from 'react';
import type { Pathway, Vacancy } from '../../domain/documents/index.ts';
import type { PublishedPartnership } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Training } from '../partnership/Training.tsx';
import { Costs } from '../pathway/Costs.tsx';
import { ComplaintsOffice } from '../pathway/PathwayBody.tsx';
import { RuleList } from '../pathway/RuleList.tsx';
import { Ways } from '../pathway/Ways.tsx';
import { type Row, Rows } from '../ui/Rows.tsx';
import { Say } from '../ui/Say.tsx';
import { Contents, Section } from '../ui/Section.tsx';
import { Sources } from '../ui/Source.tsx';
import { languagesInWords } from './figures.tsx';

/** The names of the codes that stand in a vacancy. */
export type VacancyLabels = { occupation: string; sector: string };

type Described = { vacancy: Vacancy; labels: VacancyLabels; withheld: boolean };

function Work({ vacancy, labels, withheld }: Described) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { description, occupation, skills = [], languages } = vacancy;
  const rows: Row[] = [
    [
      t('vacancy.occupation'),
      <a key="occupation" href={`/${locale}/occupations/${occupation}`}>
        {labels.occupation}
      </a>,
    ],
    [t('vacancy.sector'), labels.sector],
    ...(skills.length > 0 ? [[t('vacancy.skills'), <bdi key="skills">{speech.f.and(skills)}</bdi>] satisfies Row] : []),
    [
      t('facet.language'),
      languages === undefined
        ? t('value.notStated')
        : languages.length === 0
          ? t('vacancy.language.none')
          : languagesInWords(languages, speech),
    ],
  ];
  return (
    <Section id="work" title={t('vacancy.work')}>
      <div className="prose gap">
        {description ? (
          <bdi>
            <Say text={description} />
          </bdi>
        ) : (
          <p>{t(withheld ? 'vacancy.withheld' : 'vacancy.noDescription')}</p>
        )}
      </div>
      <Rows rows={rows} />
    </Section>
  );
}

function Provides({ provides = {} }: Pick<Vacancy, 'provides'>) {
  const { t, code } = useSpeech();
  const { housing, meals, travel } = provides;
  return (
    <Section id="provides" title={t('vacancy.provides')}>
      <Rows
        rows={[
          [t('facet.housing'), code('inKind', housing ?? 'not-stated')],
          [t('vacancy.meals'), code('inKind', meals ?? 'not-stated')],
          [t('vacancy.travel'), code('travelPaid', travel ?? 'not-stated')],
        ]}
      />
    </Section>
  );
}

/** The conditions of the pathway, which its own page tells, and those of the employer. */
function Who({ vacancy: { requires }, pathway }: { vacancy: Vacancy; pathway: Pathway }) {
  const { t, locale } = useSpeech();
  return (
    <Section id="who" title={t('vacancy.who')}>
      <p>
        {t('vacancy.who.pathway')}{' '}
        <a href={`/${locale}/pathways/${pathway.id}#who`}>
          <Say text={pathway.name} quiet />
        </a>
      </p>
      {requires && (
        <>
          <p className="gap-2">{t('vacancy.who.also')}</p>
          <RuleList rule={requires} sources={[]} />
        </>
      )}
    </Section>
  );
}

/** What the worker pays, each item with its source, and where to report who asks for more. */
function Pays({ vacancy: { id, workerFees }, pathway }: { vacancy: Vacancy; pathway: Pathway }) {
  const { t, f, locale } = useSpeech();
  const { complaints, costs, sources } = pathway;
  return (
    <Section id="pay" title={t('vacancy.pays')}>
      <p className="gap">
        {workerFees && workerFees.amount > 0 ? (
          <>
            {t('vacancy.pays.fees')} <b>{<bdi>{f.money(workerFees)}</bdi>}</b>
          </>
        ) : (
          t(workerFees ? 'vacancy.pays.nothing' : 'vacancy.pays.noFees')
        )}
      </p>
      <Costs costs={costs} sources={sources} />
      <div className="note gap-2">
        <p>
          <b>{t('organisation.neverPay')}</b>
        </p>
        {complaints && (
          <p>
            <ComplaintsOffice complaints={complaints} />
          </p>
        )}
        <p>
          <a href={`/${locale}/contact?about=${id}`}>{t('vacancy.report')}</a>
        </p>
      </div>
    </Section>
  );
}

/** Everything about a vacancy below its head; `children` stand before what the worker pays. */
export function VacancyBody({
  pathway,
  on,
  role,
  placesLeft,
  training,
  children,
  ...described
}: Described & {
  pathway: Pathway;
  on: string;
  role(role: string): string;
  placesLeft: number;
  /** The training that it belongs to. */
  training: readonly PublishedPartnership[];
  children?: ReactNode;
}) {
  const { vacancy } = described;
  const { t, f, locale } = useSpeech();
  const sections = [
    ['work', t('vacancy.work')],
    ['provides', t('vacancy.provides')],
    ['who', t('vacancy.who')],
    ...(training.length > 0 ? [['training', t('training.title')] as const] : []),
    ['pay', t('vacancy.pays')],
    ['ways', t('vacancy.ways')],
    ['sources', t('source.heading')],
  ] as const;
  return (
    <div className="side">
      <Contents title={t('shell.onThisPage')} items={sections} />
      <div>
        <Work {...described} />
        <Provides {...(vacancy.provides && { provides: vacancy.provides })} />
        <Who vacancy={vacancy} pathway={pathway} />
        <Training partnerships={training} on={on} />
        {children}
        <Pays vacancy={vacancy} pathway={pathway} />
        <Section id="ways" title={t('vacancy.ways')}>
          <p className="gap">
            {t('vacancy.under')}{' '}
            <a href={`/${locale}/pathways/${pathway.id}`}>
              <Say text={pathway.name} quiet />
            </a>
          </p>
          <Ways
            pathway={pathway}
            on={on}
            role={role}
            placesLine={t('ways.in.places', { places: f.number(placesLeft) })}
          />
        </Section>
        <Section id="sources" title={t('source.heading')}>
          <Sources sources={pathway.sources} />
        </Section>
      </div>
    </div>
  );
}
