import { describe, expect, it } from 'vitest';
import { flawsOf, type History, type RecordedEntry, type Told } from './quota-history.ts';

const NONE = { places: 0, allocated: 0, used: 0 };
const entry = (quota: string, position: number, more: Partial<RecordedEntry>): RecordedEntry => ({
  ...{ quota, position, kind: 'allocated', ...NONE, after: NONE, askedOf: 'leaf', allocation: 1 },
  ...more,
});
const published = (quota: string) =>
  entry(quota, 1, {
    ...{ kind: 'published', places: 3, after: { places: 3, allocated: 0, used: 0 }, askedOf: quota, allocation: null },
  });

/** Two allocations of a leaf below a top, the first taken up, and what was said of them. */
const ledger = (quota: string) => [
  published(quota),
  entry(quota, 2, { allocated: 2, after: { places: 3, allocated: 2, used: 0 } }),
  entry(quota, 3, { allocated: 1, after: { places: 3, allocated: 3, used: 0 }, allocation: 2 }),
  entry(quota, 4, { kind: 'taken-up', used: 2, after: { places: 3, allocated: 3, used: 2 } }),
  entry(quota, 5, { kind: 'released', allocated: -1, after: { places: 3, allocated: 2, used: 2 }, allocation: 2 }),
];
const named = (reference: string) => ({ quota: 'leaf', office: 'o', reference });
const sound: History = {
  quotas: [
    { id: 'top', parent: null, places: 3, allocated: 2, used: 2 },
    { id: 'leaf', parent: 'top', places: 3, allocated: 2, used: 2 },
  ],
  entries: [...ledger('top'), ...ledger('leaf')],
  allocations: [
    { ...named('a'), id: 1, places: 2, status: 'taken-up' },
    { ...named('b'), id: 2, places: 1, status: 'released' },
  ],
};
const told: Told[] = [
  { ...named('a'), outcome: 'granted', places: 2 },
  { ...named('a'), outcome: 'settled', status: 'taken-up' },
  { ...named('c'), outcome: 'refused', full: { quota: 'top', remaining: 1 } },
];

/** The history with some entries other than they were. */
const where = (change: (one: RecordedEntry) => RecordedEntry | readonly RecordedEntry[]): History => ({
  ...sound,
  entries: sound.entries.flatMap(change),
});
const isAt = (quota: string, position: number) => (one: RecordedEntry) =>
  one.quota === quota && one.position === position;
const without = (quota: string, position: number) => where((one) => (isAt(quota, position)(one) ? [] : one));
const swapped = (positions: readonly number[]) =>
  where((one) => {
    const other = one.quota === 'top' ? positions.indexOf(one.position) : -1;
    return other === -1 ? one : { ...one, allocation: one.allocation === 1 ? 2 : 1 };
  });

describe('the judge of a history of quotas', () => {
  it('has nothing to say of one that is sound', () => expect(flawsOf(sound, told)).toEqual([]));

  it.each<[string, History, RegExp]>([
    [
      'oversold for an instant',
      where((one) => (isAt('leaf', 1)(one) ? { ...one, places: 2 } : one)),
      /^leaf, entry 3 \(allocated\): oversold, 3 of 2/,
    ],
    [
      'more taken up than granted',
      where((one) => (isAt('top', 4)(one) ? { ...one, used: 4 } : one)),
      /^top, entry 4 \(taken-up\): more taken up than granted/,
    ],
    ['an entry gone', without('top', 5), /^top: it says 2 of 3, 2 taken up, its entries come to 3 of 3/],
    ['a gap', without('top', 3), /^top, entry 4 \(taken-up\): it is the one at 3/],
    ['taken below alone', without('top', 3), /"b"\]: half done, on top "released/],
    ['another order above', swapped([2, 3]), /^leaf: allocation 1 allocated comes in another order on top/],
    [
      'a reference granted twice',
      { ...sound, allocations: [...sound.allocations, { ...named('a'), id: 3, places: 2, status: 'released' }] },
      /"a"\]: granted 2 times/,
    ],
    [
      'released twice',
      where((one) => (one.kind === 'released' ? [one, { ...one, position: 6 }] : one)),
      /"b"\]: released after released/,
    ],
    [
      'held by what was released',
      { ...sound, allocations: sound.allocations.map((one) => ({ ...one, status: 'taken-up' as const })) },
      /^top: 2 allocated, its allocations hold 3/,
    ],
    [
      'transferred to nobody',
      where((one) => (isAt('leaf', 1)(one) ? [one, { ...one, kind: 'transferred', places: 1 }] : one)),
      /^top: what was transferred below it comes to 1/,
    ],
  ])('finds %s', (_, history, flaw) => expect(flawsOf(history, told)).toContainEqual(expect.stringMatching(flaw)));

  it.each<[string, Told, RegExp]>([
    ['a grant that is not there', { ...named('x'), outcome: 'granted', places: 1 }, /"x"\]: lost, though/],
    ['a grant of other places', { ...named('a'), outcome: 'granted', places: 1 }, /"a"\]: 2 places, acknowledged as 1/],
    ['a release that is not there', { ...named('a'), outcome: 'settled', status: 'released' }, /"a"\]: not released/],
    ['a grant after a refusal', { ...named('b'), outcome: 'refused' }, /"b"\]: granted, though it was refused/],
    [
      'a refusal without a reason',
      { ...named('d'), outcome: 'refused', full: { quota: 'leaf', remaining: 2 } },
      /"d"\]: refused because leaf had 2 left, which it never had/,
    ],
  ])('finds %s', (_, one, flaw) => expect(flawsOf(sound, [one])).toEqual([expect.stringMatching(flaw)]));
});
