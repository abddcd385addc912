import type { AppLoadContext } from '@remix-run/node';
import type { MatchShown } from '../components/matching/MatchDetails.tsx';
import type { AssessedMatch } from '../domain/matching/match.ts';
import type { MatchScore } from '../domain/matching/score.ts';
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
