export type { Comparison, Operator } from '../rule/comparison.ts';
export { comparisonOf } from '../rule/comparison.ts';
export type {
  Criterion,
  CriterionOf,
  FactName,
  PersonCriterion,
  PersonRule,
  Points,
  Rule,
  RuleOver,
} from '../rule/rule.ts';
export { walkCriteria, walkRules } from '../rule/walk.ts';
export type { Agency, Complaints } from './agency.ts';
export { isLanguage } from './codes.ts';
export { isCalendarDate } from './dates.ts';
export { DEFAULT_MATCHES, Inquiry, MatchInquiry, MOST_CHANGES, MOST_MATCHES, UnlockInquiry } from './inquiry.ts';
export { jsonSchemaOf } from './json-schema.ts';
export { limits } from './limits.ts';
export type { Money, Wage } from './money.ts';
export {
  type Document,
  type Documents,
  type DocumentType,
  documentSchemas,
  isDocumentType,
  type Parsed,
  parseAs,
  parseDocument,
  parseDocumentOf,
} from './parse.ts';
export type { Cost, Pathway, StayCap, WageFloor } from './pathway.ts';
export type { PathwayTest } from './pathway-test.ts';
export type { Problem } from './problem.ts';
export type { Bar, Procedure, Step } from './procedure.ts';
export { checkProfile, type Profile } from './profile.ts';
export { QUOTA_KINDS, type Quota } from './quota.ts';
export { checkQuotaTree, type Quotas } from './quota-tree.ts';
export type { Obligation, ReturnTerms } from './return-terms.ts';
export type { Source } from './source.ts';
export type { Text } from './text.ts';
export type { Vacancy, VacancyDraft } from './vacancy.ts';
export { rulesOf, warningsOf } from './warnings.ts';
