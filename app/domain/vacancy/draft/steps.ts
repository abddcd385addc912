import type { VacancyDraft } from '../../documents/index.ts';
import type { Flaw } from '../flaw.ts';

/** The pages on which a vacancy is written, in their order: the work comes first, for only some pathways are for it. */
export const DRAFT_STEPS = ['work', 'pathway', 'job', 'pay', 'needs', 'papers'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

export const isDraftStep = (text: string | undefined): text is DraftStep => DRAFT_STEPS.some((step) => step === text);

/** On which page each part is written, and the field in which. */
export const PART_FIELDS = {
  occupation: ['work', 'work'],
  sector: ['work', 'sector'],
  destination: ['work', 'destination'],
  pathway: ['pathway', 'pathway'],
  title: ['job', 'title-en'],
  description: ['job', 'description-en'],
  region: ['job', 'region'],
  places: ['job', 'places'],
  contractMonths: ['job', 'months'],
  hoursPerWeek: ['job', 'hours'],
  startOn: ['job', 'start-day'],
  applyBy: ['job', 'apply-day'],
  wage: ['pay', 'wage'],
  provides: ['pay', 'housing'],
  workerFees: ['pay', 'fees'],
  languages: ['needs', 'language-0'],
  skills: ['needs', 'skills'],
  requires: ['needs', 'education'],
  recruiter: ['papers', 'recruiter'],
} as const satisfies Record<keyof VacancyDraft, readonly [DraftStep, string]>;

const isPart = (text: string): text is keyof typeof PART_FIELDS => text in PART_FIELDS;

/** What a vacancy cannot be without, by where it is written. */
const NEEDED = [
  ...['occupation', 'sector', 'destination', 'pathway', 'title', 'places', 'contractMonths', 'wage'],
] as const satisfies readonly string[];

/** The parts that are still missing on a page. */
export const missingOn = (draft: VacancyDraft, step: DraftStep): readonly (keyof VacancyDraft)[] =>
  NEEDED.filter(isPart).filter((part) => PART_FIELDS[part][0] === step && draft[part] === undefined);

/** The page and the field where something stands, by its place in the vacancy; undefined of what no page has. */
export function fieldOf(path: string): { step: DraftStep; field: string } | undefined {
  const part = path.split('/')[1] ?? '';
  if (path === '/wage/money/currency') return { step: 'pay', field: 'currency' };
  if (!isPart(part)) return undefined;
  const [step, field] = PART_FIELDS[part];
  return { step, field };
}

/** The flaws that are mended on a page. */
export const flawsOn = <F extends Flaw>(flaws: readonly F[], step: DraftStep): F[] =>
  flaws.filter(({ path }) => fieldOf(path)?.step === step);
