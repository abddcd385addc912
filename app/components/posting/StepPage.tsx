import type { Slip } from '../../domain/check/typed/typed.ts';
import { typedIn } from '../../domain/check/typed/typed.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import type { DraftStep } from '../../domain/vacancy/draft/steps.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { FilledFormProvider, type OccupationLine } from '../check/fields/filled-form.tsx';
import { Crumb } from '../ui/Crumb.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PathwayAsks } from './PathwayAsks.tsx';
import { type Posting, PostingProvider } from './posting.tsx';
import { StepFields } from './StepFields.tsx';

/** What the page of a draft is drawn from. */
export type StepData = {
  fields: readonly (readonly [string, string])[];
  lines: readonly OccupationLine[] | null;
  pathway: Pathway | null;
  posting: Posting;
  today: string;
};

/** What was sent and cannot be taken: the fields, and what of it does not fit the pathway. */
export type StepReply = {
  fields: readonly (readonly [string, string])[];
  lines: readonly OccupationLine[] | null;
  slips: readonly Slip[];
  flaws: readonly { field: string; words: string }[];
};

function Wrong({ slips, flaws }: Pick<StepReply, 'slips' | 'flaws'>) {
  const { t } = useSpeech();
  const items = [
    ...slips.map(({ field, why }) => ({ key: `${field} ${why}`, href: `#${field}`, text: t(`slip.${why}`) })),
    ...flaws.map(({ field, words }) => ({ key: words, href: `#${field}`, text: words })),
  ];
  return items.length === 0 ? null : <ErrorSummary title={t('check.errors', { count: items.length })} items={items} />;
}

/** One page of a vacancy: its fields, what is wrong with them, and what its pathway asks. `back`: of the employer's pages. */
export function StepPage({
  step,
  back,
  fields,
  lines,
  pathway,
  posting,
  today,
  filled,
}: StepData & { step: DraftStep; back: string; filled: StepReply | undefined }) {
  const { t, locale } = useSpeech();
  const typed = typedIn(new URLSearchParams((filled?.fields ?? fields).map(([name, text]) => [name, text])));
  const slips = filled?.slips ?? [];
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/employer${back}`}>{t(back === '' ? 'employer.title' : 'posting.review')}</Crumb>
      <div className="stack ask">
        <Wrong slips={slips} flaws={filled?.flaws ?? []} />
        <h1>{t(`posting.step.${step}`)}</h1>
        <p className="lede">{t(`posting.lede.${step}`)}</p>
        <form method="post" className="stack" noValidate>
          {/* What the Enter key presses. */}
          <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
            {t('posting.next')}
          </button>
          <FilledFormProvider
            value={{
              ...{ typed, slips, said: filled?.flaws ?? [], choices: [], pathways: [], whole: true },
              lines: (filled ? filled.lines : lines) ?? undefined,
            }}
          >
            <PostingProvider value={posting}>
              <StepFields step={step} />
            </PostingProvider>
          </FilledFormProvider>
          <p className="cluster gap-2">
            <button className="btn" type="submit">
              {t('posting.next')}
            </button>
            {back !== '' && (
              <button className="btn two" type="submit" name="then" value="review">
                {t('posting.saveAndReview')}
              </button>
            )}
          </p>
        </form>
      </div>
      {pathway && (step === 'job' || step === 'pay') && <PathwayAsks pathway={pathway} step={step} on={today} />}
    </main>
  );
}
