/** What is done to a vacancy, by the stage that it may be done from and the one that it leads to. */
type Move = { from: readonly VacancyStage[]; to: VacancyStage; by: 'employer' | 'officer' | 'job' };

/**
 * `draft`: being written, or sent back by an officer; `submitted`: an officer of the destination has to look at it; `verified`: one did,
 * and its employer may publish it; `published`: workers find it; the others are where it ends.
 */
export const VACANCY_STAGES = ['draft', 'submitted', 'verified', 'published', 'filled', 'closed', 'withdrawn'] as const;
export type VacancyStage = (typeof VACANCY_STAGES)[number];

/** Stages that everybody may read of: what was published stays readable when it ends. */
export const PUBLIC_STAGES = ['published', 'filled', 'closed', 'withdrawn'] as const satisfies readonly VacancyStage[];

/** How a vacancy is moved on; where nothing leads to a stage but writing it anew, that is an edition published by its employer. */
export const VACANCY_MOVES = {
  verify: { from: ['submitted'], to: 'verified', by: 'officer' },
  'send-back': { from: ['submitted', 'verified'], to: 'draft', by: 'officer' },
  publish: { from: ['verified'], to: 'published', by: 'employer' },
  fill: { from: ['published'], to: 'filled', by: 'employer' },
  close: { from: ['published'], to: 'closed', by: 'employer' },
  expire: { from: ['published'], to: 'closed', by: 'job' },
  'take-down': { from: ['published'], to: 'closed', by: 'officer' },
  withdraw: { from: ['draft', 'submitted', 'verified', 'published'], to: 'withdrawn', by: 'employer' },
} as const satisfies Record<string, Move>;
export type VacancyMove = keyof typeof VACANCY_MOVES;

/** Whether a vacancy at that stage may be moved on so. */
export const canMove = (stage: VacancyStage, move: VacancyMove): boolean =>
  VACANCY_MOVES[move].from.some((from) => from === stage);
