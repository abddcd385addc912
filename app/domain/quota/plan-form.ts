import * as z from 'zod';
import { dayMessage, isDayBlank, readDay } from '../check/typed/date.ts';
import { readCount } from '../check/typed/number.ts';
import { typedIn } from '../check/typed/typed.ts';
import { Country, Occupation, Sector } from '../documents/codes.ts';
import { QUOTA_KINDS, Quota } from '../documents/quota.ts';
import { isReason } from '../people/reason.ts';
import { foldedId } from './quota-id.ts';

/** What of a planner's form cannot be taken: the field, and why. */
export type PlanProblem = {
  field: string;
  message: 'form.missing' | 'form.wrong' | 'slip.count' | 'slip.day' | 'slip.noSuchDay' | 'plan.past';
};

type Values = Readonly<Record<string, string>>;

/** The reason and the first day of every plan. */
export type Occasion = { why: string; from?: string };

/** Why, and from when: no day means with its approval. `on`: today, which is the earliest. */
export function readOccasion(
  values: Values,
  on: string,
): { ok: true; occasion: Occasion } | { ok: false; problems: PlanProblem[] } {
  const typed = typedIn(new URLSearchParams(values));
  const why = typed.one('why');
  const problems: PlanProblem[] = [];
  if (!isReason(why)) problems.push({ field: 'why', message: why === '' ? 'form.missing' : 'form.wrong' });
  if (isDayBlank(typed, 'from')) return problems.length > 0 ? { ok: false, problems } : { ok: true, occasion: { why } };
  const from = readDay(typed, 'from');
  if (!from.ok) problems.push({ field: 'from-day', message: dayMessage(from.slips) });
  else if (from.value < on) problems.push({ field: 'from-day', message: 'plan.past' });
  return from.ok && problems.length === 0 ? { ok: true, occasion: { why, from: from.value } } : { ok: false, problems };
}

const Added = z.array(Quota).max(100);

/** The quotas that a form carries along, which are not published yet. */
export function addedIn(values: Values): Quota[] {
  try {
    return Added.parse(JSON.parse(values['added'] ?? '[]'));
  } catch {
    return []; // nobody types it: a form of ours has it or it is another's
  }
}

/** The optional parts of what a quota is for, as a form has them. */
const SCOPE = { origin: Country, sector: Sector, occupation: Occupation, tranche: z.string().min(1).max(100) };

/** A new quota, where anything of one was typed. */
function readNew(
  values: Values,
  { pathway, year, known }: { pathway: string; year: number; known: readonly Quota[] },
): { quota?: Quota; problems: PlanProblem[] } {
  const typed = typedIn(new URLSearchParams(values));
  const [label, places] = [typed.one('new-label'), typed.one('new-places')];
  if (label === '' && places === '') return { problems: [] };
  const problems: PlanProblem[] = [];
  if (label === '') problems.push({ field: 'new-label', message: 'form.missing' });
  const count = readCount(typed, 'new-places');
  if (!count.ok) problems.push({ field: 'new-places', message: 'slip.count' });
  const scope: Record<string, string> = {};
  for (const [part, schema] of Object.entries(SCOPE)) {
    const said = typed.one(`new-${part}`);
    if (said === '') continue;
    if (schema.safeParse(said).success) scope[part] = said;
    else problems.push({ field: `new-${part}`, message: 'form.wrong' });
  }
  const parent = known.find(({ id }) => id === typed.one('new-parent'));
  if (typed.one('new-parent') !== '' && !parent) problems.push({ field: 'new-parent', message: 'form.wrong' });
  if (!count.ok || problems.length > 0) return { problems };
  const kind = QUOTA_KINDS.find((one) => one === typed.one('new-kind'));
  const quota: Quota = {
    ...{ type: 'quota', id: foldedId(pathway, year, label, known), pathway, places: count.value, label: { en: label } },
    period: parent?.period ?? { from: `${year}-01-01`, to: `${year}-12-31` },
    ...(Object.keys(scope).length > 0 && { scope }),
    ...(kind && { kind }),
    ...(parent && { parent: parent.id }),
  };
  return { quota, problems };
}

/** How the places of a quota are called in the form. */
export const placesField = (id: string): string => `places-${id}`;

/**
 * The quotas that a planner's form asks for: those listed with the places typed for them, those it carries along, and a new one.
 * `published`: those of the listed that are published.
 */
export function readRows(
  values: Values,
  { published, pathway, year }: { published: readonly Quota[]; pathway: string; year: number },
): { added: Quota[]; wanted: Quota[]; problems: PlanProblem[] } {
  const typed = typedIn(new URLSearchParams(values));
  const listed = addedIn(values).filter(({ pathway: of }) => of === pathway);
  const { quota: fresh, problems } = readNew(values, { pathway, year, known: [...published, ...listed] });
  const withPlaces = (quota: Quota): Quota => {
    const field = placesField(quota.id);
    if (!(field in values)) return quota;
    const count = readCount(typed, field);
    if (count.ok) return { ...quota, places: count.value };
    problems.push({ field, message: 'slip.count' });
    return quota;
  };
  const kept = listed.filter(({ id }) => values['drop'] !== id).map(withPlaces);
  const added = fresh ? [...kept, fresh] : kept;
  return { added, wanted: [...published.map(withPlaces), ...added], problems };
}
