import type { PublishedPartnership } from '../../domain/partnership/partnership.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Costs } from '../pathway/Costs.tsx';
import { type Row, Rows } from '../ui/Rows.tsx';
import { Say } from '../ui/Say.tsx';
import { Section } from '../ui/Section.tsx';
import { Tracks } from './Tracks.tsx';

/** That nobody is taken in any more, and why. */
function Ended({ stage, applyBy, on }: Pick<PublishedPartnership, 'stage' | 'applyBy'> & { on: string }) {
  const { t, f } = useSpeech();
  const isLate = applyBy !== undefined && applyBy < on;
  if (stage === 'open' && !isLate) return null;
  return (
    <p className="note">
      {stage === 'open' && isLate ? t('training.late', { date: f.date(applyBy) }) : t('training.closed')}
    </p>
  );
}

function lengthInWords({ months, hours }: Pick<PublishedPartnership, 'months' | 'hours'>, { t }: Speech): string {
  const parts = [
    ...(months === undefined ? [] : [t('time.months', { count: months })]),
    ...(hours === undefined ? [] : [t('training.hours', { count: hours })]),
  ];
  return parts.length === 0 ? t('value.notStated') : parts.join(' · ');
}

function languageInWords({ language }: Pick<PublishedPartnership, 'language'>, { t, f }: Speech): string {
  if (language === undefined) return t('value.notStated');
  const name = f.language(language.of);
  return language.reached === undefined ? name : t('training.language.to', { language: name, level: language.reached });
}

function Terms({ partnership }: { partnership: PublishedPartnership }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { provider, curriculum, startsOn, endsOn, applyBy, certificate } = partnership;
  const day = (date: string | undefined) => (date === undefined ? t('value.notStated') : f.date(date));
  const rows: readonly Row[] = [
    [
      t('training.provider'),
      <>
        <bdi>{provider.name}</bdi> · {f.country(provider.country)}
      </>,
    ],
    [t('training.curriculum'), <Say key="curriculum" text={curriculum} />],
    [t('training.length'), lengthInWords(partnership, speech)],
    [t('training.language'), languageInWords(partnership, speech)],
    [t('training.applyBy'), day(applyBy)],
    [t('training.starts'), day(startsOn)],
    [t('training.ends'), day(endsOn)],
    [
      t('training.certificate'),
      <>
        <Say text={certificate.name} /> · {t('training.certificate.by', { by: certificate.by })}
      </>,
    ],
    [t('training.recognised'), f.and(certificate.recognisedIn.map(f.country))],
  ];
  return <Rows rows={rows} />;
}

function Source({ source: { title, url, asOf }, office }: Pick<PublishedPartnership, 'source' | 'office'>) {
  const { t, f } = useSpeech();
  return (
    <p className="small muted">
      {t('training.source.word')}
      {t('value.colon')}
      <bdi>{url === undefined ? title : <a href={url}>{title}</a>}</bdi> · {t('source.asOf', { date: f.date(asOf) })} ·{' '}
      {t('training.office', { office: office.name ?? office.id })}
    </p>
  );
}

function One({ partnership, on }: { partnership: PublishedPartnership; on: string }) {
  const { t } = useSpeech();
  const { id, name, example, stage, applyBy, costs, source, office } = partnership;
  return (
    <article className="stack gap-2 ends" id={`training-${id}`}>
      <h3>
        <Say text={name} /> {example && <span className="tag">{t('try.example')}</span>}
      </h3>
      <Ended stage={stage} on={on} {...(applyBy !== undefined && { applyBy })} />
      <Tracks partnership={partnership} />
      <Terms partnership={partnership} />
      <h4 className="sub">{t('training.costs')}</h4>
      {costs.length === 0 ? (
        <p>{t('training.costs.none')}</p>
      ) : (
        <Costs costs={costs.map((cost, at) => ({ ...cost, id: String(at) }))} sources={[]} />
      )}
      <Source source={source} office={office} />
    </article>
  );
}

/** Where people can be trained before they go, or to work at home; nothing where there is none. */
export function Training({ partnerships, on }: { partnerships: readonly PublishedPartnership[]; on: string }) {
  const { t } = useSpeech();
  if (partnerships.length === 0) return null;
  return (
    <Section id="training" title={t('training.title')}>
      <p className="gap">{t('training.intro')}</p>
      {partnerships.map((partnership) => (
        <One key={partnership.id} partnership={partnership} on={on} />
      ))}
    </Section>
  );
}
