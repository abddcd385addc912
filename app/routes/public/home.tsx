import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countDocuments } from '../../../db/queries/edition.ts';
import { emptyQuery } from '../../../search/pathway/query.ts';
import { Hero } from '../../components/home/Hero.tsx';
import { listed } from '../../components/pathway/listed-pathway.ts';
import { PathwayTable } from '../../components/pathway/PathwayTable.tsx';
import { Icon } from '../../components/ui/icons.tsx';
import { Facts, Section } from '../../components/ui/Section.tsx';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const [counts, all, few] = await Promise.all([
    countDocuments(context.db),
    context.search.searchPathways({ ...emptyQuery(locale), perPage: 1 }),
    context.search.searchPathways({ ...emptyQuery(locale), filters: { status: ['open'] }, sort: 'places', perPage: 6 }),
  ]);
  return data(
    { counts, facets: all.facets, few: few.hits.map((hit) => listed(hit, speechOf(locale))) },
    { headers: PAGE_HEADERS },
  );
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('home.title'), speech.t('home.lede'));
};

type Door = { title: MessageId; links: readonly (readonly [string, MessageId])[] };

const DOORS: readonly Door[] = [
  {
    title: 'home.door.worker',
    links: [
      ['/pathways', 'home.door.worker.find'],
      ['/check', 'home.door.worker.check'],
      ['/origins', 'home.door.worker.prepare'],
      ['/occupations', 'home.door.worker.occupation'],
      ['/contact', 'home.door.worker.help'],
    ],
  },
  {
    title: 'home.door.employer',
    links: [
      ['/destinations', 'home.door.employer.country'],
      ['/occupations', 'home.door.employer.occupation'],
      ['/pathways?pays=nothing', 'home.door.employer.pays'],
    ],
  },
  {
    title: 'home.door.ministry',
    links: [
      ['/about/data', 'home.door.ministry.data'],
      ['/ministry/try', 'home.door.ministry.try'],
      ['/origins', 'home.door.ministry.procedures'],
      ['/contact', 'home.door.ministry.correct'],
    ],
  },
];

function Doors() {
  const { t, locale } = useSpeech();
  return (
    <div className="doors">
      {DOORS.map(({ title, links }) => (
        <div key={title}>
          <h3>{t(title)}</h3>
          <ul className="plain">
            {links.map(([path, id]) => (
              <li key={id}>
                <a href={`/${locale}${path}`}>{t(id)}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const PROMISES = [
  {
    party: 'worker',
    in: ['home.promise.worker.in1', 'home.promise.worker.in2'],
    back: ['home.promise.worker.back1', 'home.promise.worker.back2'],
  },
  { party: 'others', in: ['home.promise.others.in'], back: ['home.promise.others.back'] },
] as const;

/** What every pathway page answers: the pair of way in and way back. */
function Promises() {
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
      {PROMISES.map(({ party, in: into, back }) => (
        <section className="party" key={party}>
          <h3>
            <span>{t(`home.promise.${party}`)}</span>
          </h3>
          {(
            [
              ['in', into, 'out'],
              ['back', back, 'home'],
            ] as const
          ).map(([side, ids, shape]) => (
            <div className={side} key={side}>
              <h4>
                <Icon shape={shape} flip />
                {t(`ways.${side}`)}
              </h4>
              <ul>
                {ids.map((id) => (
                  <li key={id}>{t(id)}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

export default function HomePage() {
  const { counts, facets, few } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  const destinations = Object.keys(facets.destination);
  return (
    <main id="main">
      <Hero origins={Object.keys(facets.origin)} destinations={destinations} />
      <div className="wrap page">
        <div className="note">
          <p>
            <b>{t('home.never')}</b> {t('home.never.why')} <a href={`/${locale}/contact`}>{t('home.never.tell')}</a>
          </p>
        </div>
        <Section id="few" title={t('home.few')}>
          <PathwayTable pathways={few} />
          <p className="gap-2">
            <a href={`/${locale}/pathways`}>{t('home.all', { count: counts.pathway })}</a>
          </p>
        </Section>
        <Section id="promise" title={t('home.promise')}>
          <Promises />
        </Section>
        <Section id="doors" title={t('home.doors')}>
          <Doors />
        </Section>
        <Section id="count" title={t('home.count')}>
          <Facts
            items={[
              {
                label: t('data.pathways'),
                figure: f.number(counts.pathway),
                meaning: t('home.count.destinations', { count: destinations.length }),
              },
              { label: t('data.procedures'), figure: f.number(counts.procedure), meaning: t('home.count.steps') },
              { label: t('data.quotas'), figure: f.number(counts.quota), meaning: t('home.count.quotas') },
            ]}
          />
          <p className="gap-2">
            <a href={`/${locale}/about/data`}>{t('home.count.how')}</a>
          </p>
        </Section>
      </div>
    </main>
  );
}
