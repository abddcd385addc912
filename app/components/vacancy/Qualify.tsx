import type { BadPart } from '../../domain/check/answers.ts';
import { VERDICTS, type Verdict } from '../../domain/eligibility/evaluate.ts';
import { WANTED, type Wanted } from '../../domain/matching/wanted.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { FINDINGS, FindingMark } from '../check/FindingMark.tsx';
import { CheckNotices } from '../check/Notices.tsx';
import { EVERYBODYS, type ListPlace, placedHref, placeFor } from './list-place.ts';
import type { VacancyListData } from './VacancyList.tsx';

/** For whom a list is drawn: what she wants to see, how many there are of each, and what those listed come to for her, by their ids. */
export type Qualifying = {
  wanted: Wanted;
  place: ListPlace;
  /** Whether she told anything. */
  told: boolean;
  counts: Readonly<Record<string, number>>;
  verdicts: Readonly<Record<string, Verdict>>;
  /** The check by which she qualifies; absent: her profile. */
  check?: { query: string; bad: readonly BadPart[]; forgotten: boolean };
};

/** One choice of the switch: everybody's list, where nobody is known, counts nothing and leads to what asks who one is. */
export type WantedLink = { wanted: Wanted; href: string; current: boolean; count: number | null };

export function wantedLinks(
  { locale }: Speech,
  search: VacancyListData['search'],
  qualifying: Qualifying | null,
): WantedLink[] {
  const first = { ...search, page: 1 };
  return WANTED.map((wanted) => {
    const here = wanted === 'all' && !qualifying ? EVERYBODYS : placeFor(wanted, qualifying?.check?.query);
    return {
      ...{ wanted, href: placedHref(locale, here, first) },
      ...{ current: wanted === (qualifying?.wanted ?? 'all'), count: qualifying?.counts[wanted] ?? null },
    };
  });
}

/** Whose answers decide, and where to change them. */
function Basis({ check, told }: Pick<Qualifying, 'check' | 'told'>) {
  const { t, locale } = useSpeech();
  if (check)
    return (
      <p className="small">
        {t('qualify.byCheck')} <a href={`/${locale}/check/answers?${check.query}`}>{t('result.change')}</a>
      </p>
    );
  return (
    <p className="small">
      {t(told ? 'qualify.byProfile' : 'matches.untold')}{' '}
      <a href={accountPage(locale, 'profile')}>{t('profile.title')}</a>
    </p>
  );
}

/** All vacancies, or those that one qualifies for: links, so that they are seen and work wherever the filters are folded away. */
export function Qualify({ links, qualifying }: { links: readonly WantedLink[]; qualifying: Qualifying | null }) {
  const { t, f } = useSpeech();
  return (
    <nav aria-labelledby="qualify" className="stack gap no-print">
      <h2 id="qualify" className="small">
        {t('qualify.switch')}
      </h2>
      <ul className="plain cluster">
        {links.map(({ wanted, href, current, count }) => (
          <li key={wanted}>
            <a className="chip" href={href} aria-current={current ? 'true' : undefined} rel="nofollow">
              {t(`qualify.${wanted}`)}
              {count !== null && <span className="n">{f.number(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
      {qualifying ? <Basis {...qualifying} /> : <p className="small muted">{t('qualify.hint')}</p>}
    </nav>
  );
}

/** What of the check could not be read. */
export const QualifyNotices = ({ qualifying }: { qualifying: Qualifying | null }) =>
  qualifying?.check ? <CheckNotices {...qualifying.check} /> : null;

/** What a vacancy comes to for her, in words. */
export function VerdictLine({ verdict }: { verdict: Verdict }) {
  const { t } = useSpeech();
  const finding = FINDINGS.find((one) => VERDICTS[one] === verdict) ?? 'unknown';
  return (
    <p className="gap-2">
      <FindingMark finding={finding}>{t(`qualify.verdict.${verdict}`)}</FindingMark>
    </p>
  );
}
