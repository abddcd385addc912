import type { AppLoadContext } from '@remix-run/node';
import type { MatchShown } from '../components/matching/MatchDetails.tsx';
import type { OpeningSets } from '../components/matching/MatchOpens.tsx';
import type { Pathway, Vacancy } from '../domain/documents/index.ts';
import type { AssessedMatch } from '../domain/matching/match.ts';
import type { MatchScore } from '../domain/matching/score.ts';
import { unlocksOfMatch } from '../domain/matching/unlock-match.ts';
import type { Person } from '../domain/rule/person.ts';
import { changeText } from '../i18n/change.ts';
import type { Speech } from '../i18n/context.tsx';
import { criterionText } from '../i18n/criterion.ts';
import { partWords } from '../i18n/score-part.ts';

/** A match as pages show it to either side: the verdict, what stands in the way or is not known, and the score with its parts. */
export const matchView = (
  { verdict, answers, score, parts }: AssessedMatch & MatchScore,
  { labels }: Pick<AppLoadContext, 'labels'>,
  speech: Speech,
): MatchShown => ({
  ...{ verdict, score },
  parts: parts.map((part) => ({
    ...{ part: part.part, points: part.points, most: part.most, words: partWords(part, speech, labels) },
  })),
  criteria: answers.map(({ criterion, finding }) => ({ id: criterion.id, finding, words: criterionText(criterion) })),
});

/** More sets than these help nobody to choose. */
const MOST_SETS = 3;

/** What would make somebody eligible for a vacancy. */
export const opensView = (
  pathway: Pathway | undefined,
  vacancy: Vacancy,
  person: Person,
  { labels }: Pick<AppLoadContext, 'labels'>,
): OpeningSets =>
  pathway === undefined
    ? []
    : unlocksOfMatch(pathway, vacancy, person)
        .slice(0, MOST_SETS)
        .map((changes) => changes.map((change) => changeText(change, labels)));
