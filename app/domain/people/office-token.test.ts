import { describe, expect, it } from 'vitest';
import { actsOn, type OfficeToken, standingOf } from './office-token.ts';
import type { Who } from './who.ts';

const OFFICE = 'ministry-np';
const DAY = new Date('2026-11-26T00:00:00Z');
const [ASKER, COLLEAGUE] = ['0b9f6a52-0d0e-4f86-9a52-3f6a0b9f6a52', '1c9f6a52-0d0e-4f86-9a52-3f6a0b9f6a52'];
const officer = (account: string, organisation = OFFICE): Who => ({
  ...({ kind: 'account', account, role: 'origin-ministry', state: 'NP', organisation } as const),
});
const token = (over: Partial<OfficeToken> = {}): OfficeToken => ({
  ...{ askedBy: ASKER, approvedAt: null, isTaken: false, endedAt: null, ...over },
});

describe('a token of an office', () => {
  it.each([
    ['asked', token(), ['end-token'], ['approve-token', 'end-token']],
    ['approved', token({ approvedAt: DAY }), ['take-token', 'end-token'], ['end-token']],
    ['in-use', token({ approvedAt: DAY, isTaken: true }), ['end-token'], ['end-token']],
    ['ended', token({ approvedAt: DAY, isTaken: true, endedAt: DAY }), [], []],
    ['dropped', token({ approvedAt: DAY, endedAt: DAY }), [], []],
  ])('%s: what who asked for it may do, and what a colleague', (standing, one, own, colleagues) => {
    expect(standingOf(one)).toBe(standing);
    expect(actsOn(officer(ASKER), OFFICE, one)).toEqual(own);
    expect(actsOn(officer(COLLEAGUE), OFFICE, one)).toEqual(colleagues);
    expect(actsOn(officer(COLLEAGUE, 'np-dofe'), OFFICE, one)).toEqual([]);
  });

  it('of the command line is ended by any officer', () =>
    expect(actsOn(officer(COLLEAGUE), OFFICE, token({ askedBy: null, isTaken: true }))).toEqual(['end-token']));
});
