import type { AppLoadContext } from '@remix-run/node';
import { searchGroups } from '../../db/queries/occupation.ts';
import type { OccupationLine } from '../components/check/fields/filled-form.tsx';
import type { QuestionFormData } from '../components/check/QuestionForm.tsx';
import type { QuestionData, Reason } from '../components/check/QuestionPage.tsx';
import { choicesOf } from '../domain/check/choices.ts';
import { isPrivateQuestion } from '../domain/check/private.ts';
import { type CheckQuestion, type ProfileQuestion, questionAbout } from '../domain/check/question.ts';
import type { Asked } from '../domain/check/survey.ts';
import { formOf } from '../domain/check/typed/forms.ts';
import { type Slip, type Typed, typedIn } from '../domain/check/typed/typed.ts';
import { seeksWork, WORK } from '../domain/check/typed/work.ts';
import { criteriaOf } from '../domain/rule/walk.ts';
import { answerLines } from '../i18n/answer.ts';
import type { Speech } from '../i18n/context.tsx';
import { criterionText } from '../i18n/criterion.ts';
import type { Locale } from '../i18n/locale.ts';
import { questionWords } from '../i18n/question.ts';
import { type Check, type Outlook, queryOf } from '../use-cases/take-check.ts';

/** As many lines as can be read at a glance. */
const LINES = 8;

const linesFor = async (
  { db }: AppLoadContext,
  typed: Typed,
  language: Locale,
): Promise<OccupationLine[] | undefined> => {
  const q = typed.one(WORK.words);
  return q === '' ? undefined : searchGroups(db, { q, language, limit: LINES });
};

/** Every criterion of any published pathway that a question is about, whether it can still change anything or not. */
export const criteriaAbout = (question: ProfileQuestion, { published }: Check): Asked[] =>
  published.flatMap(({ pathway }) =>
    criteriaOf(pathway.eligibility)
      .filter((criterion) => questionAbout(criterion).id === question.id)
      .map((criterion) => ({ pathway, criterion })),
  );

/** Whether anything is asked there: every fixed question has a page, of the declarations those that some pathway asks for. */
export const standsAnywhere = (question: ProfileQuestion, check: Check): boolean =>
  question.part !== 'declared' || criteriaAbout(question, check).length > 0;

const reasonsOf = (asked: readonly Asked[]): Reason[] =>
  asked.map(({ pathway, criterion }) => ({
    ...{ pathway: pathway.id, name: pathway.name, words: criterionText(criterion) },
  }));

/** What a code of the rules is called where one chooses it. */
function choiceName(
  { part }: ProfileQuestion,
  value: string,
  { f, locale }: Speech,
  { labels }: AppLoadContext,
): string {
  if (part === 'languages') return f.language(value);
  return part === 'tests' ? labels.word('test', value, locale) : value;
}

/** The question before this one, with the same answers; before the first one the beginning. */
function backFrom(question: CheckQuestion, { answers: { asked } }: Check): string {
  const at = asked.indexOf(question.id);
  return at === -1 ? (asked.at(-1) ?? '') : (asked[at - 1] ?? '');
}

type Asking<Q extends ProfileQuestion> = { context: AppLoadContext; check: Check; question: Q; speech: Speech };

/** What the form of a question shows; `asked` are the criteria in whose words it is put, `whole` whether it asks what no rule reads. */
export async function questionFormData(
  { context, check, question, speech }: Asking<ProfileQuestion>,
  { asked, whole }: { asked: readonly Asked[]; whole: boolean },
): Promise<QuestionFormData> {
  const { profile } = check.person;
  const form = formOf(question);
  const fields = form.fields(profile);
  const typed = typedIn(new URLSearchParams(fields.map(([name, text]) => [name, text])));
  const pathways = check.published.map(({ pathway }) => pathway);
  return {
    question,
    words: questionWords(question, asked, speech),
    fields,
    entries: (form.entries ? answerLines(question, profile, speech, context.labels) : []).map((words, at) => ({
      ...{ at, words },
    })),
    choices: choicesOf(question, pathways).map((value) => ({
      ...{ value, name: choiceName(question, value, speech, context) },
    })),
    lines: await linesFor(context, typed, speech.locale),
    pathways: question.part === 'stays' ? pathways.map(({ id, name }) => ({ id, name: speech.plain(name) })) : [],
    whole,
  };
}

/** What the page of a question shows. */
export async function questionData(asking: Asking<CheckQuestion>, outlook: Outlook): Promise<QuestionData> {
  const { check, question, speech } = asking;
  const { answers, isPrivate } = check;
  const open = outlook.open.find((one) => one.question.id === question.id)?.asked ?? [];
  const asked = open.length > 0 ? open : criteriaAbout(question, check);
  const place = answers.asked.indexOf(question.id);
  const query = queryOf(check);
  const back = backFrom(question, check);
  return {
    ...(await questionFormData(asking, { asked, whole: false })),
    isPrivate: isPrivateQuestion(question, isPrivate),
    number: (place === -1 ? answers.asked.length : place) + 1,
    left: outlook.left.filter((one) => one.question.id !== question.id).length,
    reasons: reasonsOf(open),
    back: `/${speech.locale}/check${back && `/${back}`}?${query}`,
  };
}

/** A reply that could not be taken: the lines for the work that it names, which is no slip as long as nobody was shown them. */
export async function filledAgain({
  context,
  typed,
  slips,
  locale,
}: {
  context: AppLoadContext;
  typed: Typed;
  slips: readonly Slip[];
  locale: Locale;
}): Promise<{ slips: readonly Slip[]; lines: OccupationLine[] | undefined }> {
  const lines = await linesFor(context, typed, locale);
  const seeking = seeksWork(typed) && (lines?.length ?? 0) > 0;
  return { slips: seeking ? slips.filter(({ why }) => why !== 'work') : slips, lines };
}
