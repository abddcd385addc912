import type { Agency, Complaints, Pathway } from '../../domain/documents/index.ts';
import type { PublishedPartnership } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Training } from '../partnership/Training.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Contents, Section } from '../ui/Section.tsx';
import { Cite, Sources } from '../ui/Source.tsx';
import { Costs } from './Costs.tsx';
import { RuleInWords, RuleList } from './RuleList.tsx';
import { monthsInWords } from './stay-words.ts';
import { WageFloors } from './WageFloors.tsx';
import { Ways } from './Ways.tsx';

function Origins({ pathway }: { pathway: Pathway }) {
  const { t, f } = useSpeech();
  const except = (pathway.exceptOrigins ?? []).map(f.country);
  if (pathway.origins === 'any')
    return (
      <>
        {except.length === 0 ? t('pathway.origins.any') : t('pathway.origins.anyExcept', { countries: f.and(except) })}
      </>
    );
  const countries = pathway.origins.map(f.country).sort(f.compare);
  return (
    <>
      {t('pathway.origins.list', { count: countries.length })}
      <details>
        <summary className="small">{t('pathway.origins.show')}</summary>
        <p>{f.and(countries)}</p>
      </details>
      {except.length > 0 && <p>{t('pathway.origins.except', { countries: f.and(except) })}</p>}
    </>
  );
}

function Who({ pathway }: { pathway: Pathway }) {
  const { t } = useSpeech();
  return (
    <Section id="who" title={t('pathway.who')}>
      <p>{t('pathway.who.intro')}</p>
      <RuleList rule={pathway.eligibility} sources={pathway.sources} first={<Origins pathway={pathway} />} />
      {pathway.selection && (
        <p className="gap-2">
          <b>{t('pathway.selection')}</b> {<SelectionWords selection={pathway.selection} />}
        </p>
      )}
    </Section>
  );
}

function SelectionWords({ selection }: { selection: NonNullable<Pathway['selection']> }) {
  const { code } = useSpeech();
  return (
    <>
      {code('selection', selection.mode)}
      {selection.by && (
        <>
          {' · '}
          <Say text={selection.by} />
        </>
      )}
    </>
  );
}

function Caps({ pathway }: { pathway: Pathway }) {
  const { t, code } = useSpeech();
  return (pathway.stay.caps ?? []).map((cap) => {
    const [, count, unit] = /^(\d+)-(months|days)$/.exec(cap.window) ?? [];
    const window = unit
      ? t(unit === 'months' ? 'time.months' : 'time.days', { count: Number(count) })
      : code('window', cap.window);
    return (
      <li key={`${cap.window} ${cap.maxDays} ${JSON.stringify(cap.when)}`}>
        {t('pathway.stay.cap', { days: cap.maxDays, window })}
        {cap.label && (
          <>
            {' · '}
            <Say text={cap.label} />
          </>
        )}
        {cap.when && (
          <div className="small">
            {t('pathway.stay.capWhen')} <RuleInWords rule={cap.when} sources={pathway.sources} />
          </div>
        )}
      </li>
    );
  });
}

function PayAndStay({ pathway, on }: { pathway: Pathway; on: string }) {
  const speech = useSpeech();
  const { t, code } = speech;
  const { initialMonths, maxMonths, renewable } = pathway.stay;
  return (
    <Section id="wage" title={t('pathway.wage')}>
      <div className="split">
        <div>
          <h3>{t('pathway.wage.floor')}</h3>
          <WageFloors floors={pathway.wageFloors} sources={pathway.sources} on={on} />
        </div>
        <div>
          <h3>{t('pathway.stay')}</h3>
          <ul className="bul gap-2">
            <li>
              {initialMonths === null
                ? t('pathway.stay.firstNotStated')
                : t('pathway.stay.first', { time: monthsInWords(initialMonths, speech) })}
            </li>
            <li>
              {maxMonths === null
                ? t('pathway.stay.maxNotStated')
                : t('pathway.stay.max', { time: monthsInWords(maxMonths, speech) })}
            </li>
            <li>{t(renewable ? 'pathway.stay.canRenew' : 'pathway.stay.cannotRenew')}</li>
            <Caps pathway={pathway} />
            <li>{code('familyLong', String(pathway.familyMayAccompany))}</li>
            <li>{code('settlement', String(pathway.leadsToSettlement))}</li>
          </ul>
        </div>
      </div>
    </Section>
  );
}

/** Who runs it: offices with what they do, and their state where there are several. */
export function Agencies({ agencies, role }: { agencies: readonly Agency[]; role(role: string): string }) {
  const { t, f } = useSpeech();
  const several = new Set(agencies.map(({ country }) => country)).size > 1;
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('agency.name')}</th>
          {several && <th scope="col">{t('agency.state')}</th>}
          <th scope="col">{t('agency.role')}</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map(({ id, name, country, role: what }) => (
          <tr key={id}>
            <th scope="row">
              <Say text={name} />
            </th>
            {several && <td data-l={t('agency.state')}>{f.country(country)}</td>}
            <td data-l={t('agency.role')}>{role(what)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Instruments({ pathway }: { pathway: Pathway }) {
  const { t, f, code } = useSpeech();
  if (pathway.instruments.length === 0) return null;
  return (
    <>
      <h3 className="sub">{t('pathway.instruments')}</h3>
      <ul className="bul">
        {pathway.instruments.map(({ id, name, kind, year, parties }) => (
          <li key={id}>
            <Say text={name} />{' '}
            <span className="muted">
              ·{' '}
              {[
                code('instrument', kind),
                year && String(year),
                parties && parties.length < 6 && f.and(parties.map(f.country)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Concerns({ pathway }: { pathway: Pathway }) {
  const { t } = useSpeech();
  const concerns = pathway.concerns ?? [];
  if (concerns.length === 0) return null;
  return (
    <Section id="concerns" title={t('pathway.concerns')}>
      <p className="gap">{t('pathway.concerns.intro')}</p>
      <ul className="rules">
        {concerns.map(({ id, label, cite }) => (
          <li key={id}>
            <Icon shape="unknown" className="unknown" />
            <div>
              <Say text={label} />
              <Cite cite={cite} sources={pathway.sources} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The office that takes complaints, with its site and its telephone where they are known. */
export function ComplaintsOffice({ complaints: { label, url, phone } }: { complaints: Complaints }) {
  return (
    <>
      {url ? (
        <a href={url}>
          <Say text={label} />
        </a>
      ) : (
        <Say text={label} />
      )}
      {phone && (
        <>
          {' · '}
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <bdi dir="ltr">{phone}</bdi>
          </a>
        </>
      )}
    </>
  );
}

/** Where to complain: the office that the document names, and our own door. */
function Help({ complaints }: Pick<Pathway, 'complaints'>) {
  const { t, locale } = useSpeech();
  return (
    <Section id="help" title={t('pathway.help')}>
      <p className="gap">{complaints ? <ComplaintsOffice complaints={complaints} /> : t('pathway.help.none')}</p>
      <p>
        <a href={`/${locale}/contact`}>{t('pathway.help.here')}</a>
      </p>
    </Section>
  );
}

/** What the format could not express, in the plain words of whoever gathered the facts. */
export function Notes({ notes }: { notes: readonly string[] | undefined }) {
  const { t, f, locale } = useSpeech();
  if (!notes?.length) return null;
  return (
    <details className="gap-2">
      <summary>{t('pathway.notes', { count: notes.length })}</summary>
      {locale !== 'en' && (
        <p>
          <span className="tag">{f.language('en')}</span>
        </p>
      )}
      <ul className="bul" lang="en" dir="ltr">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

/** What stands before and after leaving, from one origin state: parts of a page and their entries in its contents. */
export type Leaving = { origin: string; contents: readonly (readonly [string, string])[]; parts: React.ReactNode };

/** Everything about a pathway below its head; `leaving` narrows it to one state's workers. */
export function PathwayBody({
  pathway,
  places,
  placesLeft,
  on,
  role,
  leaving,
  training,
  children,
}: {
  pathway: Pathway;
  places: React.ReactNode;
  placesLeft: number | null;
  on: string;
  role(role: string): string;
  leaving?: Leaving;
  /** Where people are trained under it before they go. */
  training: readonly PublishedPartnership[];
  children?: React.ReactNode;
}) {
  const { t, f } = useSpeech();
  const sections = [
    ['who', t('pathway.who')],
    ['ways', t('pathway.ways')],
    ...(leaving?.contents ?? []),
    ...(training.length > 0 ? [['training', t('training.title')] as const] : []),
    ['pay', t('pathway.costs')],
    ['wage', t('pathway.wage')],
    ['places', t('pathway.places')],
    ['agencies', t('pathway.agencies')],
    ...(pathway.concerns?.length ? [['concerns', t('pathway.concerns')] as const] : []),
    ['help', t('pathway.help')],
    ['sources', t('source.heading')],
  ] as const;
  const placesLine =
    placesLeft === null ? t('ways.in.placesNotStated') : t('ways.in.places', { places: f.number(placesLeft) });
  return (
    <div className="side">
      <Contents title={t('shell.onThisPage')} items={sections} />
      <div>
        <Who pathway={pathway} />
        <Section id="ways" title={t('pathway.ways')}>
          <p className="gap">{t('pathway.ways.intro')}</p>
          <Ways
            pathway={pathway}
            on={on}
            role={role}
            placesLine={placesLine}
            {...(leaving && { origin: leaving.origin })}
          />
        </Section>
        {leaving?.parts}
        <Training partnerships={training} on={on} />
        <Section id="pay" title={t('pathway.costs')}>
          <p className="gap">{t('pathway.costs.intro')}</p>
          <Costs costs={pathway.costs} sources={pathway.sources} />
          <div className="note gap-2">
            <p>{t('pathway.costs.never')}</p>
          </div>
        </Section>
        <PayAndStay pathway={pathway} on={on} />
        <Section id="places" title={t('pathway.places')}>
          {places}
        </Section>
        <Section id="agencies" title={t('pathway.agencies')}>
          <Agencies agencies={pathway.agencies} role={role} />
          <Instruments pathway={pathway} />
        </Section>
        <Concerns pathway={pathway} />
        <Help complaints={pathway.complaints} />
        {children}
        <Section id="sources" title={t('source.heading')}>
          <p className="gap">{t('source.intro')}</p>
          <Sources sources={pathway.sources} />
          <Notes notes={pathway.notes} />
        </Section>
      </div>
    </div>
  );
}
