import type { AppLoadContext } from '@remix-run/node';
import { findPosting, type Posting } from '../../db/queries/vacancy.ts';
import type { Draft } from '../../db/queries/vacancy-draft.ts';
import type { LineProblem } from '../../db/schema/vacancy.ts';
import type { ListedDraft } from '../components/posting/DraftList.tsx';
import type { ListedPosting } from '../components/posting/PostingTable.tsx';
import type { StageMarked } from '../components/posting/StageMark.tsx';
import type { VacancyNames } from '../components/posting/VacancyRows.tsx';
import type { RowProblem } from '../components/quota/RowReport.tsx';
import type { Pathway, VacancyDraft } from '../domain/documents/index.ts';
import { fieldOf } from '../domain/vacancy/draft/steps.ts';
import type { Flaw } from '../domain/vacancy/flaw.ts';
import { type Weight, weightOf } from '../domain/vacancy/marks.ts';
import type { Speech } from '../i18n/context.tsx';
import { ruleInWords } from '../i18n/criterion.ts';
import { type CodeNames, flawWords } from '../i18n/flaw.ts';
import { ownDraft } from '../use-cases/vacancy/drafts.ts';
import { type Employer, employerOf } from '../use-cases/vacancy/employer.ts';
import { signedIn } from './account.server.ts';
import { notFound } from './loader.ts';
import { idIn } from './officer.server.ts';

/** The employer who is signed in; somebody in that role without an organisation finds nothing here. */
export function employerHere(context: AppLoadContext): Employer {
  const employer = employerOf(signedIn(context).who);
  if (!employer) throw notFound('organisation');
  return employer;
}

/** An own draft by the id of a path; throws a 404 for another's. */
export async function draftHere(
  context: AppLoadContext,
  id: string | undefined,
): Promise<Draft & { employer: Employer }> {
  const employer = employerHere(context);
  const known = idIn(id);
  const draft = known === undefined ? undefined : await ownDraft(context.database, employer, known);
  if (!draft) throw notFound('page');
  return { ...draft, employer };
}

/** An own vacancy at whatever stage; throws a 404 for another's. */
export async function ownPostingHere(
  context: AppLoadContext,
  id = '',
): Promise<{ employer: Employer; posting: Posting }> {
  const employer = employerHere(context);
  const posting = await findPosting(context.db, id);
  if (posting?.vacancy.employer !== employer.organisation) throw notFound('vacancy', id);
  return { employer, posting };
}

export const codeNames = ({ labels }: AppLoadContext, { locale }: Speech): CodeNames => ({
  occupation: (code) => `${labels.occupation(code, locale)} (${code})`,
  sector: (code) => labels.sector(code, locale),
});

/** What is wrong with a vacancy, in words, how heavy that weighs, and where it is mended. */
export type FlawView = { words: string; weight: Weight; where: ReturnType<typeof fieldOf> | null };

export const flawViews = (
  flaws: readonly Flaw[],
  context: AppLoadContext,
  speech: Speech,
  weigh: (flaw: Flaw) => Weight = weightOf,
): FlawView[] =>
  flaws.map((flaw) => ({
    ...{ words: flawWords(flaw, speech, codeNames(context, speech)), weight: weigh(flaw) },
    where: (flaw.path === '/market-test' ? { step: 'papers', field: 'test-office' } : fieldOf(flaw.path)) ?? null,
  }));

/** What a recorded vacancy is marked with: what does not fit any more hides it, and forbids nothing. */
export const markViews = (
  { flags, remarks }: Pick<Posting, 'flags' | 'remarks'>,
  context: AppLoadContext,
  speech: Speech,
): FlawView[] => [
  ...flawViews(flags ?? [], context, speech, () => 'flag'),
  ...flawViews(remarks ?? [], context, speech, () => 'remark'),
];

/** What is said of the lines of a table: of a vacancy that does not fit, in the reader's language, and whether that hides it. */
export const lineViews = (problems: readonly LineProblem[], context: AppLoadContext, speech: Speech): RowProblem[] =>
  problems.map(({ flaw, ...problem }) => {
    if (!flaw) return problem;
    const words = flawWords(flaw, speech, codeNames(context, speech));
    return { ...problem, words: weightOf(flaw) === 'flag' ? speech.t('upload.hidden', { words }) : words };
  });

/** What of its marks stands beside its stage; null: nothing. */
export const markOf = ({ flags, remarks }: Pick<Posting, 'flags' | 'remarks'>): StageMarked =>
  flags !== null ? 'flagged' : remarks !== null ? 'remarked' : null;

/** What a vacancy's codes are called, with its pathway where one is chosen, and what it requires in words. */
export const namesOf = (
  { occupation, sector, requires }: VacancyDraft,
  pathway: Pathway | undefined,
  context: AppLoadContext,
  speech: Speech,
): VacancyNames => ({
  occupation: occupation === undefined ? null : codeNames(context, speech).occupation(occupation),
  sector: sector === undefined ? null : codeNames(context, speech).sector(sector),
  pathway: pathway ? { id: pathway.id, name: speech.plain(pathway.name) } : null,
  requires: requires === undefined ? null : ruleInWords(requires, context.labels),
});

export const listedDraft = ({ id, body, updatedAt }: Draft): ListedDraft => ({
  ...{ id, title: body.title ?? null, updatedAt: updatedAt.toISOString() },
});

export const listedPosting = ({ vacancy, stage, taken, since, ...marks }: Posting): ListedPosting => ({
  ...{ id: vacancy.id, title: vacancy.title, stage, mark: markOf(marks), places: vacancy.places, taken },
  ...{ applyBy: vacancy.applyBy ?? null, since: since.toISOString() },
});
