import type { BadValue } from '../../../search/address.ts';
import { VACANCY_SORTS, type VacancyResult } from '../../../search/engine.ts';
import { emptyVacancySearch, toVacancySearch, type VacancySearch } from '../../../search/vacancy/query.ts';
import { dayMessage } from '../../domain/check/typed/date.ts';
import type { Rate } from '../../domain/money/comparable-wage.ts';
import type { StartDay } from '../../domain/vacancy/start-day.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { SearchBox } from '../SearchBox.tsx';
import { Carried, Chips, Filters, SortField } from '../search/Filters.tsx';
import { DateInputs } from '../ui/DateInputs.tsx';
import { Dropped } from '../ui/Dropped.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Pager } from '../ui/Pager.tsx';
import { EVERYBODYS, type ListPlace, placedHref } from './list-place.ts';
import type { ListedVacancy } from './listed-vacancy.ts';
import { Qualify, type Qualifying, QualifyNotices, VerdictLine, type WantedLink, wantedLinks } from './Qualify.tsx';
import { RateNotes } from './RateNotes.tsx';
import { type Condition, chipsOf, conditionsOf, offeredFacets, type VacancyNames, valueName } from './search-parts.ts';
import { VacancyRow } from './VacancyRow.tsx';

/** What the list is drawn from. */
export type VacancyListData = {
  search: VacancySearch;
  bad: readonly BadValue[];
  /** The first day of the work as it was typed, and what is wrong with it. */
  start: StartDay;
  total: number;
  rows: readonly ListedVacancy[];
  facets: VacancyResult['facets'];
  degraded: boolean;
  /** Of an empty list: how many there would be without each condition, by its key. */
  rescues: Readonly<Record<string, number>>;
  names: VacancyNames;
  /** Currencies that somebody is paid in, to choose from. */
  currencies: readonly string[];
  rates: readonly Rate[];
  /** Money that wages are paid in and no rate is known for. */
  uncompared: readonly string[];
  today: string;
};

type Conditions = { conditions: readonly Condition[]; place: ListPlace; links: readonly WantedLink[] };

function NoResults({
  search,
  conditions,
  rescues,
  place,
  links,
}: Pick<VacancyListData, 'search' | 'rescues'> & Conditions) {
  const { t, f, locale } = useSpeech();
  const helpful = conditions.filter(({ key }) => (rescues[key] ?? 0) > 0);
  const wider = links.flatMap(({ count, current, ...link }) => (count && !current ? [{ ...link, count }] : []));
  return (
    <div className="stack">
      <h2>{t('vacancies.none')}</h2>
      {helpful.length + wider.length > 0 && (
        <>
          <p>{t('pathways.none.drop')}</p>
          <ul className="bul">
            {helpful.map(({ key, value, without }) => (
              <li key={key}>
                <a href={placedHref(locale, place, without)}>
                  {t('vacancies.none.without', { value, count: rescues[key] ?? 0 })}
                </a>
              </li>
            ))}
            {wider.map(({ wanted, href, count }) => (
              <li key={wanted}>
                <a href={href}>
                  {t(`qualify.${wanted}`)} <span className="n">{f.number(count)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {search.q && <p>{t('vacancies.none.words')}</p>}
      <p>
        <a href={`/${locale}/vacancies`}>{t('vacancies.none.all')}</a>
      </p>
    </div>
  );
}

function Verdict({ qualifying, id }: { qualifying: Qualifying | null; id: string }) {
  const verdict = qualifying?.verdicts[id];
  return verdict ? <VerdictLine verdict={verdict} /> : null;
}

/** That the day cannot be taken, with the way to its fields. */
function StartProblem({ start: { slips } }: Pick<VacancyListData, 'start'>) {
  const { t } = useSpeech();
  if (slips.length === 0) return null;
  const text = `${t('vacancies.startFrom')}${t('value.colon')}${t(dayMessage(slips))}`;
  return (
    <ErrorSummary
      title={t('check.errors', { count: slips.length })}
      items={slips.map(({ field }) => ({ key: field, href: `#${field}`, text }))}
    />
  );
}

/** What cannot be ticked: the least wage, its money, and the first day. */
function Fields({ search, currencies, start }: Pick<VacancyListData, 'search' | 'currencies' | 'start'>) {
  const { t, f } = useSpeech();
  const typed = new Map(start.fields);
  return (
    <fieldset className="facet stack">
      <legend>{t('vacancies.wageAndStart')}</legend>
      <p className="field">
        <label htmlFor="wageAtLeast">{t('vacancies.wageAtLeast')}</label>
        <input
          id="wageAtLeast"
          name="wageAtLeast"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={search.wageAtLeast}
        />
      </p>
      <p className="field">
        <label htmlFor="currency">{t('vacancies.currency')}</label>
        <select id="currency" name="currency" defaultValue={search.currency}>
          {currencies.map((currency) => (
            <option key={currency} value={currency}>
              {`${currency} · ${f.currency(currency)}`}
            </option>
          ))}
        </select>
      </p>
      <DateInputs
        name="startFrom"
        legend={t('vacancies.startFrom')}
        typedIn={(field) => typed.get(field)}
        problemOf={(field) =>
          start.slips.some((slip) => slip.field === field) ? t(dayMessage(start.slips)) : undefined
        }
      />
    </fieldset>
  );
}

/** Open vacancies found, with what narrows them; `qualifying`: for somebody, each with what it comes to. */
export function VacancyList({ list, qualifying = null }: { list: VacancyListData; qualifying?: Qualifying | null }) {
  const { search, bad, start, total, rows, facets, degraded, rescues, names, currencies, today } = list;
  const speech = useSpeech();
  const { t, f, locale } = speech;
  const name = valueName(speech, names);
  const conditions = conditionsOf(search, name, speech);
  const place = qualifying?.place ?? EVERYBODYS;
  const links = wantedLinks(speech, search, qualifying);
  const { wageAtLeast: _wage, startFrom: _start, ...unasked } = search;
  const { q, sort, page, perPage, ...narrowing } = search;
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <QualifyNotices qualifying={qualifying} />
        <StartProblem start={start} />
        <h1>{t(place === EVERYBODYS ? 'vacancies.title' : 'qualify.title')}</h1>
        <SearchBox q={q} of="vacancies" at={place.path}>
          <SortField options={VACANCY_SORTS.map((one) => [one, t(`vacancySort.${one}`)])} value={sort} />
          <Carried pairs={[...toVacancySearch({ ...emptyVacancySearch, ...narrowing }), ...place.kept]} />
        </SearchBox>
        <Chips
          chips={chipsOf(conditions, locale, place)}
          clear={placedHref(locale, place, { ...emptyVacancySearch, q, sort })}
        />
        <p className="cluster no-print">
          <a href={accountPage(locale, `alerts?${new URLSearchParams({ search: String(toVacancySearch(search)) })}`)}>
            {t('alerts.save')}
          </a>{' '}
          <a href={accountPage(locale, 'matches')}>{t('matches.title')}</a>
        </p>
        {qualifying && <p className="small muted no-print">{t('qualify.saved')}</p>}
        {degraded && (
          <div className="note calm" role="status">
            <p>{t('pathways.degraded')}</p>
          </div>
        )}
        <Dropped title={t('pathways.dropped', { count: bad.length })} parts={bad} />
      </div>
      <div className="side gap-2">
        <aside>
          <Qualify links={links} qualifying={qualifying} />
          <Filters
            action={`/${locale}/${place.path}`}
            facets={offeredFacets(search, facets, name, speech)}
            carried={[
              ...toVacancySearch({ ...unasked, filters: {}, currency: emptyVacancySearch.currency, page: 1 }),
              ...place.kept,
            ]}
            on={conditions.length}
            open={start.slips.length > 0}
          >
            <Fields search={search} currencies={currencies} start={start} />
          </Filters>
        </aside>
        <div>
          <p role="status" className="gap">
            <b>{t('vacancies.count', { count: total })}</b>{' '}
            <span className="muted">{t('pathways.asOf', { date: f.date(today) })}</span>
          </p>
          <RateNotes rates={list.rates} uncompared={list.uncompared} />
          {total === 0 ? (
            <NoResults search={search} conditions={conditions} rescues={rescues} place={place} links={links} />
          ) : (
            rows.map((row) => (
              <VacancyRow key={row.id} vacancy={row}>
                <Verdict qualifying={qualifying} id={row.id} />
              </VacancyRow>
            ))
          )}
          {total > 0 && rows.length === 0 && (
            <p>
              <a href={placedHref(locale, place, { ...search, page: 1 })}>{t('pathways.pastEnd')}</a>
            </p>
          )}
          <Pager
            page={page}
            pages={Math.max(1, Math.ceil(total / perPage))}
            hrefOf={(at) => placedHref(locale, place, { ...search, page: at })}
          />
          <p className="note calm gap-2">{t('organisation.neverPay')}</p>
        </div>
      </div>
    </main>
  );
}
