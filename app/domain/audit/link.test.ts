import { describe, expect, it } from 'vitest';
import { faultOfEnd, faultOfLink } from './link.ts';

const first = { position: 1, previous: null, hash: 'a' };
const second = { position: 2, previous: 'a', hash: 'b' };

describe('a link', () => {
  it.each([
    ['the first', undefined, first, 'a', undefined],
    ['the next', first, second, 'b', undefined],
    ['a later one at the beginning', undefined, second, 'b', { position: 1, fault: 'missing' }],
    ['one after a gap', first, { ...second, position: 4 }, 'b', { position: 2, fault: 'missing' }],
    ['one where another stood', first, { ...first }, 'a', { position: 1, fault: 'extra' }],
    ['one that says something else', first, second, 'c', { position: 2, fault: 'altered' }],
    ['one of another before', { ...first, hash: 'z' }, second, 'b', { position: 2, fault: 'unlinked' }],
    ['a first one with one before', undefined, { ...first, previous: 'z' }, 'a', { position: 1, fault: 'unlinked' }],
  ])('%s', (_, before, link, hashOfIt, fault) => {
    expect(faultOfLink(before, link, hashOfIt)).toEqual(fault);
  });
});

describe('the end of a chain', () => {
  it.each([
    ['as counted', { length: 2, head: 'b' }, undefined],
    ['cut', { length: 4, head: 'd' }, { position: 3, fault: 'missing' }],
    ['with more than was counted', { length: 1, head: 'a' }, { position: 2, fault: 'extra' }],
    ['not counted at all', { length: 0, head: null }, { position: 1, fault: 'extra' }],
    ['with another last entry', { length: 2, head: 'z' }, { position: 2, fault: 'head' }],
  ])('%s', (_, counted, fault) => {
    expect(faultOfEnd(counted, { length: 2, head: 'b' })).toEqual(fault);
  });
});
