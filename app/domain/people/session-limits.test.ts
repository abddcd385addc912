import { describe, expect, it } from 'vitest';
import { endTold, SESSION_LIMITS, sessionEnd } from './session-limits.ts';
import { ROLES, type Role } from './who.ts';

const BEGUN = new Date('2026-11-26T08:00:00Z');
const at = (minutes: number) => new Date(BEGUN.getTime() + minutes * 60_000);

/** What is told on a page that is opened so many minutes after the sign-in. */
const toldAfter = (role: Role, minutes: number) =>
  endTold(role, sessionEnd(role, { createdAt: BEGUN, usedAt: at(minutes) }), at(minutes));

describe('the end of a session', () => {
  it.each([
    ['origin-ministry', 0, { absolute: false, minutes: 30 }],
    ['employer', 100, { absolute: false, minutes: 60 }],
    ['administrator', 12 * 60 - 25, { absolute: true, minutes: 25 }],
    ['destination-ministry', 12 * 60 - 2, { absolute: true, minutes: 2 }],
    ['worker', 0, undefined],
    ['worker', 90 * 24 * 60 - 16, undefined],
    ['worker', 90 * 24 * 60 - 15, { absolute: true, minutes: 15 }],
  ] as const)('is told to a %s %i minutes after the sign-in', (role, minutes, told) => {
    if (told === undefined) expect(toldAfter(role, minutes)).toBeUndefined();
    else expect(toldAfter(role, minutes)).toMatchObject(told);
  });

  it.each(ROLES)('is never told later than a %s could act on it', (role) => {
    const { idle, most } = SESSION_LIMITS[role];
    expect(toldAfter(role, most - 5)).toMatchObject({ at: at(most), absolute: true, minutes: 5 });
    if (idle <= 60) expect(toldAfter(role, 0)).toMatchObject({ at: at(idle) });
  });
});
