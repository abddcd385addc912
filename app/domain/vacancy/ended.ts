import type { Vacancy } from '../documents/index.ts';
import type { Flaw } from './flaw.ts';
import type { VacancyStage } from './stage.ts';

/** Why nobody can apply for a published vacancy any more, or at present. `flagged`: somebody has to look at it first. */
export type Ended = 'filled' | 'closed' | 'withdrawn' | 'late' | 'notInEffect' | 'flagged';

/** A vacancy that everybody may read of, and where it stands. */
type Standing = { vacancy: Vacancy; stage: VacancyStage; taken: number; flags: readonly Flaw[] | null };

/** Null: it can be applied for on that day. `notInEffect`: its pathway is not in effect then. */
export function endedOf({ vacancy, stage, taken, flags }: Standing, notInEffect: boolean, on: string): Ended | null {
  if (stage === 'filled' || stage === 'closed' || stage === 'withdrawn') return stage;
  if (taken >= vacancy.places) return 'filled';
  if (vacancy.applyBy !== undefined && vacancy.applyBy < on) return 'late';
  if (flags !== null) return 'flagged';
  return notInEffect ? 'notInEffect' : null;
}
