import { emptyVacancySearch } from '../../../search/vacancy/query.ts';
import type { BadPart } from '../../domain/check/answers.ts';
import type { Narrowing } from '../../domain/check/narrowing.ts';
import { NARROWING_KEYS } from '../../domain/check/narrowing.ts';
import type { Text } from '../../domain/documents/index.ts';
import type { Verdict } from '../../domain/eligibility/evaluate.ts';
import type { Finding } from '../../domain/rule/finding.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Crumb } from '../ui/Crumb.tsx';
import { Say } from '../ui/Say.tsx';
import { placedHref, placeFor } from '../vacancy/list-place.ts';
import { FindingMark } from './FindingMark.tsx';
import { Keep } from './Keep.tsx';
import { Narrow } from './Narrow.tsx';
import { CheckNotices } from './Notices.tsx';
import { ResultRow, type ResultRowData } from './ResultRow.tsx';
import { UnlockingChanges } from './Unlocks.tsx';
import type { UnlocksView } from './unlocks-view.ts';

/** The pathways of one verdict: the rows shown, of how many, and how many more one click shows. */
export type ResultSection = { verdict: Verdict; total: number; rows: readonly ResultRowData[]; more: number };

/** What the result is drawn from. */
export type ResultData = {
  sections: readonly ResultSection[];
  counts: Record<Verdict, number>;
  /** What was told, but in private. */
  answers: readonly string[];
  hasPrivate: boolean;
  unlocks: UnlocksView['singles'];
  /** How many vacancies she qualifies for. */
  vacancies: number;
  /** Pathways not in effect today. */
  dormant: readonly { id: string; name: Text }[];
  narrowing: Narrowing;
  destinations: readonly string[];
  shown: number;
  query: string;
  share: string;
  on: string;
  bad: readonly BadPart[];
  forgotten: boolean;
};

const FINDING = { eligible: 'met', possible: 'unknown', ineligible: 'unmet' } as const satisfies Record<
  Verdict,
  Finding
>;

/** The result's address with so many rows of each verdict. */
function moreHref(locale: string, { query, narrowing, shown }: ResultData, more: number): string {
  const params = new URLSearchParams(query);
  const { destination, stay, settlement, family, free } = narrowing;
  if (destination) params.set(NARROWING_KEYS.destination, destination);
  if (stay) params.set(NARROWING_KEYS.stay, stay);
  if (settlement) params.set(NARROWING_KEYS.settlement, 'yes');
  if (family) params.set(NARROWING_KEYS.family, 'yes');
  if (free) params.set(NARROWING_KEYS.free, 'nothing');
  params.set('show', String(shown + more));
  return `/${locale}/check/result?${params}`;
}

function Answers({ answers, hasPrivate, query }: Pick<ResultData, 'answers' | 'hasPrivate' | 'query'>) {
  const { t, locale } = useSpeech();
  if (answers.length === 0 && !hasPrivate)
    return (
      <p className="lede">
        {t('result.noAnswers')} <a href={`/${locale}/check?${query}`}>{t('check.title')}</a>
      </p>
    );
  return (
    <p className="lede">
      {answers.length > 0 && `${t('result.answers')}${t('value.colon')}${answers.join('; ')}. `}
      {hasPrivate && `${t('result.privateCounted')} `}
      <a className="no-print" href={`/${locale}/check/answers?${query}`}>
        {t('result.change')}
      </a>
    </p>
  );
}

function Tally({ counts }: Pick<ResultData, 'counts'>) {
  const { t, f } = useSpeech();
  return (
    <ul className="tally">
      {(['eligible', 'possible', 'ineligible'] as const).map((verdict) => (
        <li key={verdict}>
          <a href={`#${verdict}`}>
            <FindingMark finding={FINDING[verdict]}>{t(`result.${verdict}`)}</FindingMark>
            <b>{f.number(counts[verdict])}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way to the vacancies that the answers open, whose employers ask for no more than they are told. */
function QualifiedVacancies({ answers, hasPrivate, vacancies, query }: ResultData) {
  const { t, locale } = useSpeech();
  if (answers.length === 0 && !hasPrivate) return null;
  return (
    <p className="no-print">
      <a
        className="btn two"
        href={placedHref(locale, placeFor(vacancies > 0 ? 'eligible' : 'possible', query), emptyVacancySearch)}
      >
        {t('result.vacancies', { count: vacancies })}
      </a>
    </p>
  );
}

function Section({ section, data }: { section: ResultSection; data: ResultData }) {
  const { t, locale } = useSpeech();
  const { verdict, total, rows, more } = section;
  const none = Object.keys(data.narrowing).length > 0 ? 'result.none.narrowed' : 'result.none';
  return (
    <section className="sec" id={verdict}>
      <h2>
        <FindingMark finding={FINDING[verdict]}>{t(`result.${verdict}`)}</FindingMark>
      </h2>
      <p className="gap">{total === 0 ? t(none) : t(`result.${verdict}.intro`)}</p>
      {rows.map((row) => (
        <ResultRow key={row.pathway.id} row={row} query={data.query} />
      ))}
      {more > 0 && (
        <p className="gap-2 no-print">
          <a className="btn two" href={`${moreHref(locale, data, more)}#${verdict}`}>
            {t('result.more', { count: more })}
          </a>
        </p>
      )}
    </section>
  );
}

function Dormant({ dormant }: Pick<ResultData, 'dormant'>) {
  const { t, locale } = useSpeech();
  if (dormant.length === 0) return null;
  return (
    <div className="sec">
      <p>{t('result.dormant')}</p>
      <ul className="bul">
        {dormant.map(({ id, name }) => (
          <li key={id}>
            <a href={`/${locale}/pathways/${id}`}>
              <Say text={name} quiet />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What would open the most, and the way to all of it. */
function UnlockPanel({ unlocks, query }: Pick<ResultData, 'unlocks' | 'query'>) {
  const { t, locale } = useSpeech();
  return (
    <>
      <UnlockingChanges singles={unlocks} title={t('result.unlock')} timesAt={`/${locale}/check/unlocks?${query}`} />
      <p className="gap-2 no-print">
        <a href={`/${locale}/check/unlocks?${query}`}>{t('result.unlock.all')}</a>
      </p>
    </>
  );
}

/** What a person's answers come to: verdicts with their reasons, their figures and their way back. */
export function ResultPage(data: ResultData) {
  const { t, f, locale } = useSpeech();
  const { sections, counts, unlocks, dormant, narrowing, destinations, query, on, bad, forgotten } = data;
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/check/answers?${query}`}>{t('check.toAnswers')}</Crumb>
      <div className="stack">
        <CheckNotices bad={bad} forgotten={forgotten} />
        <p className="kick">{t('result.check', { date: f.date(on) })}</p>
        <h1>{t('result.title', counts)}</h1>
        <Answers {...data} />
        <Tally counts={counts} />
        <QualifiedVacancies {...data} />
        <Narrow narrowing={narrowing} destinations={destinations} query={query} />
      </div>
      <UnlockPanel unlocks={unlocks} query={query} />
      {sections.map((section) => (
        <Section key={section.verdict} section={section} data={data} />
      ))}
      <Dormant dormant={dormant} />
      <div className="no-print">
        <Keep {...data} />
      </div>
    </main>
  );
}
