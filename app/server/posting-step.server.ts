import { type AppLoadContext, data } from '@remix-run/node';
import type { Draft } from '../../db/queries/vacancy-draft.ts';
import { findPlacesOf } from '../../db/queries/vacancy-hold.ts';
import { stayInWords } from '../components/pathway/stay-words.ts';
import type { PathwayChoice, Posting } from '../components/posting/posting.tsx';
import type { StepData, StepReply } from '../components/posting/StepPage.tsx';
import { typedIn } from '../domain/check/typed/typed.ts';
import { Sector } from '../domain/documents/codes.ts';
import type { Pathway, VacancyDraft } from '../domain/documents/index.ts';
import { fieldsOfStep, isBeyondForm, readStep } from '../domain/vacancy/draft/forms.ts';
import { marketTestFields, readMarketTest } from '../domain/vacancy/draft/market-test.ts';
import { type DraftStep, flawsOn } from '../domain/vacancy/draft/steps.ts';
import { type Speech, speechOf } from '../i18n/context.tsx';
import type { Locale } from '../i18n/locale.ts';
import { type Looked, lookAtDraft } from '../use-cases/vacancy/flaws-of-draft.ts';
import { pathwaysFor } from '../use-cases/vacancy/pathways-for.ts';
import { ACCOUNT_HEADERS } from './account.server.ts';
import { filledAgain } from './check-question.server.ts';
import { flawViews } from './posting.server.ts';

type Written = Pick<Draft, 'body' | 'marketTest'>;

/** How many places a vacancy that is written anew has already: what it holds and what is filled. */
export const heldBy = async ({ db }: AppLoadContext, { vacancy }: Pick<Draft, 'vacancy'>): Promise<number> =>
  vacancy === null ? 0 : findPlacesOf(db, vacancy);

function choiceOf({ id, name, kind, stay, return: terms, wageFloors }: Pathway, speech: Speech): PathwayChoice {
  const { t, f, code } = speech;
  const { figure, meaning } = stayInWords(stay, speech);
  const [floor] = wageFloors;
  return {
    ...{ id, name: speech.plain(name) },
    lines: [
      `${code('kind', kind)} · ${t('facts.stay')}${t('value.colon')}${figure} · ${meaning}`,
      ...(floor
        ? [`${t('pathway.wage.floor')}${t('value.colon')}${f.money(floor.money)} ${code('per', floor.per)}`]
        : []),
      `${t('ways.back')}${t('value.colon')}${code('commitment', terms.commitment)}`,
    ],
  };
}

function placesHint({ quota }: Looked, held: number, speech: Speech): string | undefined {
  return quota && speech.t('posting.places.left', { count: quota.remaining + held });
}

const currenciesOf = (pathway: Pathway | undefined): string[] => [
  ...new Set(
    [...(pathway?.wageFloors ?? []), ...(pathway?.costs ?? [])].flatMap(({ money }) => (money ? [money.currency] : [])),
  ),
];

const ofWork = (step: DraftStep, body: VacancyDraft, context: AppLoadContext) =>
  step === 'pathway' ? pathwaysFor(context.db, body, context.today()) : Promise.resolve([]);

/** What the page of a draft shows. */
export async function stepData(
  context: AppLoadContext,
  step: DraftStep,
  draft: Written,
  locale: Locale,
): Promise<StepData> {
  const speech = speechOf(locale);
  const today = context.today();
  const looked = await lookAtDraft(context.db, draft, { on: today, held: 0 });
  const fields = [...fieldsOfStep(step, draft.body), ...(step === 'papers' ? marketTestFields(draft.marketTest) : [])];
  const typed = typedIn(new URLSearchParams(fields.map(([name, text]) => [name, text])));
  const { lines } = await filledAgain({ context, typed, slips: [], locale });
  const posting: Posting = {
    sectors: Sector.options.map((value) => ({ value, name: context.labels.sector(value, locale) })),
    choices: (await ofWork(step, draft.body, context)).map((pathway) => choiceOf(pathway, speech)),
    currencies: currenciesOf(looked.pathway),
    placesHint: placesHint(looked, 0, speech),
    marketTest: looked.pathway?.vacancies?.labourMarketTest === true,
    beyondForm: isBeyondForm(draft.body),
  };
  return { fields, lines: lines ?? null, pathway: looked.pathway ?? null, posting, today };
}

type Sent = { step: DraftStep; fields: [string, string][]; draft: Written; held: number; locale: Locale };

/** A draft with what was typed on a page; else the page again: the fields that cannot be taken, and what does not fit the pathway. */
export async function readOrRefuse(context: AppLoadContext, { step, fields, draft, held, locale }: Sent) {
  const typed = typedIn(new URLSearchParams(fields));
  const on = context.today();
  const read = readStep(step, typed, draft.body, on);
  const test =
    step === 'papers' ? readMarketTest(typed, on) : ({ ok: true, value: draft.marketTest ?? undefined } as const);
  if (!read.ok || !test.ok) {
    const slips = [...(read.ok ? [] : read.slips), ...(test.ok ? [] : test.slips)];
    const { lines, slips: shown } = await filledAgain({ context, typed, slips, locale });
    const reply: StepReply = { fields, lines: lines ?? null, slips: shown, flaws: [] };
    return {
      ok: false,
      answer: data(reply, { status: shown.length > 0 ? 422 : 200, headers: ACCOUNT_HEADERS }),
    } as const;
  }
  const written: Written = { body: read.value, marketTest: test.value ?? null };
  const looked = await lookAtDraft(context.db, written, { on, held });
  const wrong = flawsOn(looked.flaws, step).filter(({ flag }) => !flag);
  if (wrong.length === 0) return { ok: true, draft: written } as const;
  const flaws = flawViews(wrong, context, speechOf(locale)).map(({ words, where }) => ({
    words,
    field: where?.field ?? '',
  }));
  const { lines } = await filledAgain({ context, typed, slips: [], locale });
  const reply: StepReply = { fields, lines: lines ?? null, slips: [], flaws };
  return { ok: false, answer: data(reply, { status: 422, headers: ACCOUNT_HEADERS }) } as const;
}
