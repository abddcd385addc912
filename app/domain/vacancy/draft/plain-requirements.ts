import type { PersonCriterion, PersonRule } from '../../rule/rule.ts';
import { isCriterion } from '../../rule/rule.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

type Cefr = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';

/** What an employer may require by plain choices: what somebody can do, never who they are. Months are whole. */
export type PlainRequirements = {
  /** ISCED level, 1–8. */
  education?: number;
  /** Of work in the vacancy's own occupation. */
  experienceMonths?: number;
  /** For the vacancy's own occupation. */
  qualification?: 'held' | 'recognised';
  trainingMonths?: number;
  /** Categories, such as B. */
  licences?: readonly string[];
  languages?: readonly { language: string; cefr: Cefr }[];
};

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'other';

/** The rule of plain choices; undefined where nothing is required. */
export function ruleOf(
  { education, experienceMonths, qualification, trainingMonths, licences = [], languages = [] }: PlainRequirements,
  occupation: string | undefined,
): PersonRule | undefined {
  const of = occupation === undefined ? {} : { of: [occupation] };
  const all: PersonCriterion[] = [
    ...(education === undefined ? [] : [{ id: 'education', fact: 'education', gte: education } as const]),
    ...(experienceMonths ? [{ id: 'experience', fact: 'experience', ...of, gte: experienceMonths } as const] : []),
    ...(qualification ? [{ id: 'qualification', fact: 'qualification', ...of, gte: qualification } as const] : []),
    ...(trainingMonths ? [{ id: 'training', fact: 'training', ...of, gte: trainingMonths } as const] : []),
    ...licences.map(
      (category) => ({ id: `licence-${slug(category)}`, fact: 'licence', of: category, eq: true }) as const,
    ),
    ...languages.map(
      ({ language, cefr }) =>
        ({ id: `language-${slug(language)}`, fact: 'language', of: language, gte: cefr }) as const,
    ),
  ];
  return all.length === 0 ? undefined : { all };
}

function choiceOf(criterion: PersonCriterion): PlainRequirements {
  switch (criterion.fact) {
    case 'education':
      return criterion.gte === undefined ? {} : { education: criterion.gte };
    case 'experience':
      return criterion.gte === undefined ? {} : { experienceMonths: criterion.gte };
    case 'qualification':
      return criterion.gte === 'held' || criterion.gte === 'recognised' ? { qualification: criterion.gte } : {};
    case 'training':
      return criterion.gte === undefined ? {} : { trainingMonths: criterion.gte };
    case 'licence':
      return { licences: [criterion.of] };
    case 'language':
      return criterion.gte === undefined ? {} : { languages: [{ language: criterion.of, cefr: criterion.gte }] };
    default:
      return {};
  }
}

/** The plain choices that a rule was built from; undefined where it says anything that they cannot. */
export function plainOf(rule: PersonRule | undefined, occupation: string | undefined): PlainRequirements | undefined {
  if (rule === undefined) return {};
  const criteria = 'all' in rule ? rule.all.filter(isCriterion) : [];
  const choices = criteria.map(choiceOf);
  const [licences, languages] = [
    choices.flatMap((one) => one.licences ?? []),
    choices.flatMap((one) => one.languages ?? []),
  ];
  const plain: PlainRequirements = {};
  for (const choice of choices) Object.assign(plain, choice);
  Object.assign(plain, licences.length > 0 && { licences }, languages.length > 0 && { languages });
  return canonicalJson(ruleOf(plain, occupation) ?? null) === canonicalJson(rule) ? plain : undefined;
}
