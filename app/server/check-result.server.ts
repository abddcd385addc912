import type { AppLoadContext } from '@remix-run/node';
import { placesLeft } from '../../db/queries/quota.ts';
import { countOpenRequiring } from '../../db/queries/vacancy.ts';
import { toFigures } from '../../search/pathway/document.ts';
import { decidingNodes, findingNodes } from '../components/check/finding-node.ts';
import { type QuestionLink, questionTitle } from '../components/check/question-link.ts';
import type { ResultData, ResultSection } from '../components/check/ResultPage.tsx';
import type { ResultRowData } from '../components/check/ResultRow.tsx';
import { unlocksView } from '../components/check/unlocks-view.ts';
import { listed } from '../components/pathway/listed-pathway.ts';
import type { BadPart } from '../domain/check/answers.ts';
import { isWanted, parseNarrowing } from '../domain/check/narrowing.ts';
import { isPrivateQuestion } from '../domain/check/private.ts';
import { questionAbout } from '../domain/check/question.ts';
import type { Asked } from '../domain/check/survey.ts';
import { type Assessment, assess, type Verdict } from '../domain/eligibility/evaluate.ts';
import { type Explanation, explain } from '../domain/eligibility/explain.ts';
import { ranked } from '../domain/eligibility/rank.ts';
import type { Speech } from '../i18n/context.tsx';
import type { Locale } from '../i18n/locale.ts';
import { openRequirements } from '../use-cases/matching/open-requirements.ts';
import { type Check, queryOf } from '../use-cases/take-check.ts';
import { type WhatUnlocks, whatUnlocks } from '../use-cases/unlock-pathways.ts';
import { answerRows } from './check-answers.server.ts';

/** The pathways of each verdict, best first, and those without one. */
export type Sorted = Record<Verdict | 'dormant', readonly Assessment[]>;

/** Asks every pathway that is wanted; those not in effect are dormant: they have no verdict. */
export function sortedResult(
  { pathways, person }: Check,
  isWanted: (assessed: Assessment['pathway']) => boolean,
): Sorted {
  const wanted = pathways.filter(({ pathway }) => isWanted(pathway));
  const assessments = ranked(wanted.map((one) => assess(one, person)));
  const of = (verdict: Verdict | null) => assessments.filter((one) => one.verdict === verdict);
  return { eligible: of('eligible'), possible: of('possible'), ineligible: of('ineligible'), dormant: of(null) };
}

/** The questions that could change a verdict, each once. */
function questionsOf(
  { pathway }: Assessment,
  explanation: Explanation | undefined,
  { isPrivate }: Check,
): QuestionLink[] {
  const asked = new Map<string, Asked[]>();
  for (const criterion of explanation?.verdict === 'possible' ? explanation.open : []) {
    const { id } = questionAbout(criterion);
    asked.set(id, [...(asked.get(id) ?? []), { pathway, criterion }]);
  }
  return [...asked].flatMap(([id, about]) => {
    const [first] = about;
    if (first === undefined) return [];
    const question = questionAbout(first.criterion);
    return [{ id, title: questionTitle(question, about), isPrivate: isPrivateQuestion(question, isPrivate) }];
  });
}

/** The rows of some assessments: explained, with the figures of today. */
export async function resultRows(
  assessments: readonly Assessment[],
  { check, context, speech }: { check: Check; context: AppLoadContext; speech: Speech },
): Promise<ResultRowData[]> {
  const { on, profile } = check.person;
  const ids = assessments.map(({ pathway }) => pathway.id);
  const left = await placesLeft(context.db, ids, on);
  const [origin] = profile.nationalities ?? [];
  return assessments.flatMap((assessment) => {
    const { pathway, verdict, answers } = assessment;
    if (verdict === null) return [];
    const explanation = explain(assessment);
    const document = { ...toFigures(pathway, on), placesLeft: left.get(pathway.id) ?? null };
    return {
      ...{ pathway: listed({ document, highlights: [] }, speech), verdict, origin, criteria: answers.length },
      decisive: verdict === 'possible' ? [] : decidingNodes(assessment, speech, context.labels),
      obstacles: explanation?.verdict === 'ineligible' ? explanation.obstacles.length : 0,
      questions: questionsOf(assessment, explanation, check),
      nodes: findingNodes(assessment, speech, context.labels),
    };
  });
}

/** Rows of each verdict that are shown before more are asked for. */
const FEW = 10;
const MORE = 20;
/** Longer links do not get through every messenger. */
const MOST_SHARED = 40;

function readShown(params: URLSearchParams): { shown: number; bad: BadPart[] } {
  const value = params.get('show') ?? '';
  if (value === '') return { shown: FEW, bad: [] };
  const isCount = /^[1-9]\d{0,3}$/.test(value);
  return isCount ? { shown: Math.max(FEW, Number(value)), bad: [] } : { shown: FEW, bad: [{ key: 'show', value }] };
}

/** A check of what is open or possible, which holds nothing about the person. */
function shareLink({ publicUrl }: AppLoadContext, { eligible, possible }: Sorted, locale: Locale): string {
  const ids = [...eligible, ...possible].slice(0, MOST_SHARED).map(({ pathway }) => pathway.id);
  const query = new URLSearchParams(ids.sort().map((id) => ['pathway', id])).toString();
  return `${publicUrl}/${locale}/check${query && `?${query}`}`;
}

/** The changes that would open most, as many as stand beside one another. */
const mostOpening = ({ singles }: WhatUnlocks): WhatUnlocks['singles'] =>
  singles.toSorted((a, b) => b.opens.length - a.opens.length || b.vacancies - a.vacancies).slice(0, 3);

/** Everything that the result page shows. */
export async function resultData(
  check: Check,
  { context, speech, params }: { context: AppLoadContext; speech: Speech; params: URLSearchParams },
): Promise<ResultData> {
  const { narrowing, bad } = parseNarrowing(params);
  const { shown, bad: badShown } = readShown(params);
  const sorted = sortedResult(check, (pathway) => isWanted(pathway, narrowing));
  const sectionOf = async (verdict: Verdict): Promise<ResultSection> => {
    const total = sorted[verdict].length;
    const rows = await resultRows(sorted[verdict].slice(0, shown), { check, context, speech });
    return { verdict, total, rows, more: total > shown ? Math.min(MORE, total - shown) : 0 };
  };
  const answers = answerRows(check, speech, context.labels);
  const open = await openRequirements(context, check.person);
  const counts = await countOpenRequiring(context.db, check.person.on, open.eligible);
  const unlocks = await whatUnlocks(context, { ...check, atMost: 1 });
  return {
    sections: await Promise.all([sectionOf('eligible'), sectionOf('possible'), sectionOf('ineligible')]),
    counts: {
      eligible: sorted.eligible.length,
      possible: sorted.possible.length,
      ineligible: sorted.ineligible.length,
    },
    answers: answers.filter(({ isPrivate }) => !isPrivate).flatMap(({ lines }) => lines),
    hasPrivate: check.answers.keptIn !== undefined && !check.forgotten,
    unlocks: unlocksView({ singles: mostOpening(unlocks), sets: [], incomplete: [] }, speech.locale, context.labels)
      .singles,
    vacancies: [...counts.values()].reduce((sum, count) => sum + count, 0),
    dormant: sorted.dormant.map(({ pathway: { id, name } }) => ({ id, name })),
    narrowing,
    destinations: [...new Set(check.pathways.map(({ pathway }) => pathway.destination))],
    shown,
    query: queryOf(check),
    share: shareLink(context, sorted, speech.locale),
    on: check.person.on,
    bad: [...check.bad, ...bad, ...badShown],
    forgotten: check.forgotten,
  };
}
