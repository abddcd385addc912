import type { AppLoadContext } from '@remix-run/node';
import { findingNodes } from '../components/check/finding-node.ts';
import type { MatchShown } from '../components/matching/MatchDetails.tsx';
import type { OpeningSets } from '../components/matching/MatchOpens.tsx';
import type { PartShown } from '../components/matching/ScoreTable.tsx';
import type { Vacancy } from '../domain/documents/index.ts';
import type { Answer } from '../domain/eligibility/evaluate.ts';
import type { AssessedMatch } from '../domain/matching/match.ts';
import type { MatchScore } from '../domain/matching/score.ts';
import { unlocksOfMatch } from '../domain/matching/unlock-match.ts';
import type { Person } from '../domain/rule/person.ts';
import { changeText } from '../i18n/change.ts';
import type { Speech } from '../i18n/context.tsx';
import { partWords } from '../i18n/score-part.ts';

/** What was found stands in the profile: a line that both sides read says only whether it is enough. */
const unquoted = (answer: Answer): Answer => ({ ...answer, found: null });

/** The parts of a score, each with its points and their reason. */
export const partsShown = (
  { parts }: Pick<MatchScore, 'parts'>,
  { labels }: Pick<AppLoadContext, 'labels'>,
  speech: Speech,
): PartShown[] =>
  parts.map((part) => ({
    ...{ part: part.part, points: part.points, most: part.most, words: partWords(part, speech, labels) },
  }));

/** A match as pages show it to either side: the verdict, every condition with its finding, and the score with its parts. */
export const matchView = (
  { verdict, pathway, judged, answers, score, parts }: AssessedMatch & MatchScore,
  { labels }: Pick<AppLoadContext, 'labels'>,
  speech: Speech,
): MatchShown => ({
  ...{ verdict, score },
  parts: partsShown({ parts }, { labels }, speech),
  pathway: pathway.id,
  nodes: judged.flatMap((one) =>
    findingNodes({ pathway, judged: one, answers: answers.map(unquoted) }, speech, labels),
  ),
});

/** More sets than these help nobody to choose. */
const MOST_SETS = 3;

/** What would make somebody eligible for a vacancy. */
export const opensView = (
  { pathway }: Pick<AssessedMatch, 'pathway'>,
  vacancy: Vacancy,
  person: Person,
  { labels }: Pick<AppLoadContext, 'labels'>,
): OpeningSets =>
  unlocksOfMatch(pathway, vacancy, person)
    .slice(0, MOST_SETS)
    .map((changes) => changes.map((change) => changeText(change, labels)));
