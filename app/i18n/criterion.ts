import { type Criterion, comparisonOf, type Text } from '../domain/documents/index.ts';
import type { PathwayCriterion } from '../domain/eligibility/evaluate.ts';
import type { Shown } from '../domain/rule/measure.ts';
import type { RuleOver } from '../domain/rule/rule.ts';
import type { CodeNames } from './change.ts';
import { type Speech, speechOf } from './context.tsx';
import type { Locale } from './locale.ts';

type Value = string | number | boolean;

/** How a fact's values are said: countries by name, money in its currency, codes by their words. */
function sayValue(criterion: Criterion, value: Value, { f, t, code }: Speech): string {
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  switch (criterion.fact) {
    case 'nationality':
    case 'residence':
    case 'destination':
      return f.country(String(value));
    case 'savings':
    case 'offerWage':
      return f.money({ amount: Number(value), currency: criterion.currency });
    case 'sex':
    case 'displacement':
    case 'qualification':
      return code(`value.${criterion.fact}`, String(value));
    case 'pathwayKind':
      return code('kind', String(value));
    case 'education':
      return code('isced', String(value));
    default:
      return typeof value === 'number' ? f.number(value) : value;
  }
}

/** How occupations are called. */
type Names = Pick<CodeNames, 'occupation'>;
const BY_CODE: Names = { occupation: (code) => code };

function parametersOf(criterion: Criterion, { f, locale }: Speech, names: Names): string {
  switch (criterion.fact) {
    case 'language':
      return f.language(criterion.of);
    case 'test':
    case 'licence':
    case 'declared':
      return criterion.of.replaceAll('-', ' ');
    case 'experience':
    case 'qualification':
    case 'training':
      return f.or((criterion.of ?? []).map((code) => names.occupation(code, locale)));
    case 'participation':
      return f.or(criterion.of ?? []);
    case 'stay':
    case 'overstay':
      return f.or((criterion.where ?? []).map(f.country));
    default:
      return '';
  }
}

/** A criterion that its document gave no words, in words made from its parts: «Age in years: at least 18». */
export function criterionWords(criterion: Criterion, speech: Speech, names = BY_CODE): string {
  const { t, f, code } = speech;
  const { operator, value: compared } = comparisonOf(criterion);
  const value =
    typeof compared === 'object'
      ? f.or(compared.map((one) => sayValue(criterion, one, speech)))
      : sayValue(criterion, compared, speech);
  const parameters = parametersOf(criterion, speech, names);
  const window = 'withinMonths' in criterion ? criterion.withinMonths : undefined;
  const subject = code('fact', criterion.fact) + (parameters && ` (${parameters})`);
  const sentence = t(`comparison.${operator}`, { subject, value });
  return window === undefined ? sentence : t('comparison.within', { sentence, months: window });
}

/** A value that was found for a criterion, in words; undefined where its yes or no says no more than the finding does. */
export function foundWords(
  criterion: PathwayCriterion,
  found: Shown,
  speech: Speech,
  names: Names,
): string | undefined {
  const { t, f, locale } = speech;
  if (typeof found === 'boolean') return undefined;
  if (typeof found === 'object')
    return found.length === 0 ? undefined : f.and(found.map((one) => foundWords(criterion, one, speech, names) ?? one));
  switch (criterion.fact) {
    case 'origin':
      return f.country(String(found));
    case 'offerOccupation':
      return names.occupation(String(found), locale);
    case 'language':
      return found === 'below A1' ? t('unlock.language.none') : String(found);
    case 'experience':
    case 'training':
    case 'offerMonths':
      return t('time.months', { count: Number(found) });
    case 'stay':
      return t('time.days', { count: Number(found) });
    default:
      return sayValue(criterion, found, speech);
  }
}

/** What is said, in every language of the interface. */
function inEveryLanguage(say: (speech: Speech) => string): Text {
  const sayIn = (locale: Locale) => say(speechOf(locale));
  return { en: sayIn('en'), es: sayIn('es'), fr: sayIn('fr'), ar: sayIn('ar') };
}

/** A pathway's criterion in one language: its document's own words, or words made from its parts. */
const wordsOf = (criterion: PathwayCriterion, speech: Speech, names: Names): string =>
  criterion.fact === 'origin'
    ? speech.t('eligibility.origin', { any: criterion.origins === 'any' ? 'yes' : 'no' })
    : criterionWords(criterion, speech, names);

/** The words of a pathway's criterion: those of its document, else our own in every language of the interface. */
export function criterionText(criterion: PathwayCriterion, names = BY_CODE): Text {
  if (criterion.fact !== 'origin' && criterion.label) return criterion.label;
  return inEveryLanguage((speech) => wordsOf(criterion, speech, names));
}

/** A rule whose every criterion has words, those that its document gave none in our own, with occupations called by name. */
export function ruleInWords<C extends Criterion>(rule: RuleOver<C>, names: Names): RuleOver<C> {
  const within = (inner: RuleOver<C>) => ruleInWords(inner, names);
  if ('fact' in rule)
    return { ...rule, label: rule.label ?? inEveryLanguage((speech) => criterionWords(rule, speech, names)) };
  if ('all' in rule) return { ...rule, all: rule.all.map(within) };
  if ('any' in rule) return { ...rule, any: rule.any.map(within) };
  if ('none' in rule) return { ...rule, none: rule.none.map(within) };
  if ('atLeast' in rule) return { ...rule, of: rule.of.map(within) };
  const items = rule.points.items.map((item) => ({ ...item, when: within(item.when) }));
  return { ...rule, points: { ...rule.points, items } };
}
