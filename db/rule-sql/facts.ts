import { type RawBuilder, sql } from 'kysely';
import type { CriterionOf } from '../../app/domain/documents/index.ts';
import type { OriginCriterion } from '../../app/domain/eligibility/origin.ts';
import { comparisonOf } from '../../app/domain/rule/comparison.ts';
import { groupsAsked, levelAsked, standingsAsked } from '../../app/domain/rule/holdings.ts';
import type { PersonFactName } from '../../app/domain/rule/rule.ts';
import { storable } from '../facts-of.ts';
import { compareAge } from './age.ts';
import type { Asking } from './asking.ts';
import { column, FEW } from './column.ts';
import {
  compareNumber,
  compareTruth,
  compareWord,
  compareWords,
  hasOneOf,
  not,
  type SqlFinding,
} from './comparison.ts';
import { inCurrency, isOfferHere, ofOfferHere } from './offer.ts';
import { covered, daysTo, monthsTo, STAYS, WORK } from './spans.ts';
import { compareBest } from './test-score.ts';

/** What a rule over persons is made of, the implied criterion of a pathway among it. */
type Criteria = { [N in PersonFactName]: CriterionOf<N> } & { origin: OriginCriterion };
type CriterionFact = keyof Criteria;

type ToSql<N extends CriterionFact> = (criterion: Criteria[N], asking: Asking) => SqlFinding;

const staysThat = (path: string, named: { [name: string]: unknown }) =>
  sql`${column('stays')}, ${`$[*] ? (${path} && @.from <= $on)`}::jsonpath, ${JSON.stringify(named)}::jsonb`;

/** The longest training under any of the groups; none: 0. */
function longestTraining(groups: readonly string[]): RawBuilder<number> {
  const training = column('training_months');
  const longest =
    groups.length > FEW
      ? sql`(select max(months::bigint) from jsonb_each_text(${training}) as told(code, months) where code = any(${[...groups]}::text[]))`
      : sql.join(groups.map((group) => sql`(${training} -> ${sql.lit(group)})::bigint`));
  return sql`case when ${training} is not null then greatest(0, ${longest}) end`;
}

const WAGES = { hour: 'offer_wage_hour', month: 'offer_wage_month', year: 'offer_wage_year' } as const;

/** How each fact is read off a row of `profile_facts`: a new fact does not compile until PostgreSQL can answer it. */
const FACTS: { [N in CriterionFact]: ToSql<N> } = {
  age: (asked, { on }) => compareAge(comparisonOf(asked), on),
  sex: (asked) => compareWord(column('sex'), comparisonOf(asked)),
  nationality: (asked) => compareWords(column('nationalities'), comparisonOf(asked)),
  origin: ({ origins, exceptOrigins = [] }) => {
    const nationalities = column('nationalities');
    const isExcepted = hasOneOf(nationalities, exceptOrigins);
    return origins === 'any' ? not(isExcepted) : sql`${hasOneOf(nationalities, origins)} and ${not(isExcepted)}`;
  },
  residence: (asked) => compareWord(column('residence'), comparisonOf(asked)),
  education: (asked) => compareNumber(column('isced'), comparisonOf(asked), 'smallint'),
  language: ({ of, gte, lt }) =>
    lt === undefined
      ? hasOneOf(column('language_levels'), [levelAsked(of, String(gte))])
      : not(hasOneOf(column('language_levels'), [levelAsked(of, lt)])),
  test: (asked, { on }) => compareBest(asked, on),
  experience: ({ of, withinMonths, ...asked }, { on }) =>
    compareNumber(covered(WORK, groupsAsked(of), monthsTo(on, withinMonths)), comparisonOf(asked), 'bigint'),
  qualification: ({ of, gte, eq }, { destination }) => {
    const standings = column('qualification_standings');
    const isHeld = hasOneOf(standings, standingsAsked(of));
    const isRecognised = hasOneOf(standings, standingsAsked(of, destination));
    if (gte === 'none') return sql`${standings} is not null or null`;
    if (gte === 'held') return isHeld;
    if (gte === 'recognised' || eq === 'recognised') return isRecognised;
    return eq === 'held' ? sql`${isHeld} and ${not(isRecognised)}` : not(isHeld);
  },
  training: ({ of, ...asked }) => compareNumber(longestTraining(groupsAsked(of)), comparisonOf(asked), 'bigint'),
  offer: (asked, asking) => compareTruth(isOfferHere(asking), comparisonOf(asked)),
  offerOccupation: (asked, asking) => ofOfferHere(asking, compareWords(column('offer_groups'), comparisonOf(asked))),
  offerWage: ({ currency, per, ...asked }, asking) => {
    const compared = compareNumber(column(WAGES[per]), comparisonOf(asked), 'numeric');
    return ofOfferHere(asking, inCurrency(column('offer_currency'), currency, compared));
  },
  offerMonths: (asked, asking) =>
    ofOfferHere(asking, compareNumber(column('offer_months'), comparisonOf(asked), 'bigint')),
  savings: ({ currency, ...asked }) => {
    const compared = compareNumber(column('savings_amount'), comparisonOf(asked), 'numeric');
    return inCurrency(column('savings_currency'), currency, compared);
  },
  health: (asked) => compareTruth(column('health'), comparisonOf(asked)),
  criminalRecord: (asked) => compareTruth(column('criminal_record'), comparisonOf(asked)),
  stay: ({ where, withinMonths, ...asked }, { destination, on }) => {
    const countries = [...new Set(where ?? [destination])];
    return compareNumber(covered(STAYS, countries, daysTo(on, withinMonths)), comparisonOf(asked), 'bigint');
  },
  participation: ({ of, ...asked }, { pathway, on }) => {
    const begun = staysThat('@.pathway == $of[*]', { of: of ?? [pathway], on });
    return compareNumber(sql`jsonb_array_length(jsonb_path_query_array(${begun}))`, comparisonOf(asked), 'bigint');
  },
  overstay: ({ where, ...asked }, { on }) => {
    const there = where === undefined ? '@.leftOnTime == false' : '@.leftOnTime == false && @.country == $where[*]';
    return compareTruth(sql`jsonb_path_exists(${staysThat(there, { where, on })})`, comparisonOf(asked));
  },
  displacement: (asked) => compareWord(column('displacement'), comparisonOf(asked)),
  dependants: (asked) => compareNumber(column('dependants'), comparisonOf(asked), 'bigint'),
  licence: ({ of, ...asked }) => compareTruth(hasOneOf(column('licences'), [storable(of)]), comparisonOf(asked)),
  declared: ({ of, ...asked }) =>
    compareTruth(sql`(${column('declared')} -> ${of}::text)::boolean`, comparisonOf(asked)),
};

/** What one criterion comes to for a row of `profile_facts`. */
export const criterionToSql = <N extends CriterionFact>(
  criterion: Criteria[N] & { fact: N },
  asking: Asking,
): SqlFinding => sql`(${FACTS[criterion.fact](criterion, asking)})`;
