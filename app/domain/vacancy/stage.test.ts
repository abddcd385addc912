import { expect, it } from 'vitest';
import { canMove, VACANCY_MOVES, VACANCY_STAGES, type VacancyMove } from './stage.ts';

const MOVES = Object.keys(VACANCY_MOVES).filter((move): move is VacancyMove => move in VACANCY_MOVES);

const movesFrom = (stage: (typeof VACANCY_STAGES)[number]) => MOVES.filter((move) => canMove(stage, move));

it('says from each stage how it goes on', () => {
  expect(Object.fromEntries(VACANCY_STAGES.map((stage) => [stage, movesFrom(stage)]))).toEqual({
    draft: ['withdraw'],
    submitted: ['verify', 'send-back', 'withdraw'],
    verified: ['send-back', 'publish', 'withdraw'],
    published: ['fill', 'close', 'expire', 'take-down', 'withdraw'],
    filled: [],
    closed: [],
    withdrawn: [],
  });
});
