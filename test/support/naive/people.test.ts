import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { combine, verdictOn } from './interpreter.ts';
import { dataOf, JudgedPerson, named, seedPathways } from './seed.ts';

const people = dataOf('people', JudgedPerson);

describe('every pathway of the seed has people whose verdict is certain', () => {
  it.each(seedPathways.map(({ id }) => id))('%s', (id) => {
    const own = people.filter(([, { pathway }]) => pathway === id).map(([, { expect: verdict }]) => verdict);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(own)].sort()).toEqual(['eligible', 'ineligible']);
  });

  it('no two share an id', () => expect(new Set(people.map(([id]) => id)).size).toBe(people.length));
});

describe('what the rules of the seed say of them', () => {
  it.each(people)('%s', (_, person) => {
    const { verdict, findings } = verdictOn(named(seedPathways, person.pathway), person.profile, person.on);
    expect(verdict).toBe(person.expect);
    expect(Object.fromEntries(findings)).toMatchObject(person.criteria);
  });
});

const turned = (finding: Finding | undefined): Finding => (finding === 'met' ? 'unmet' : 'met');

describe('whoever is out is out by one criterion: were that one otherwise, the way would be open', () => {
  it.each(people.filter(([, { expect: verdict }]) => verdict === 'ineligible'))('%s', (_, person) => {
    const pathway = named(seedPathways, person.pathway);
    const { findings } = verdictOn(pathway, person.profile, person.on);
    const opens = (id: string) => {
      const otherwise = new Map(findings).set(id, turned(findings.get(id)));
      const rest = combine(pathway.eligibility, (criterion) => otherwise.get(criterion.id) ?? 'unknown');
      return otherwise.get('origin') !== 'unmet' && rest === 'met';
    };
    expect(Object.keys(person.criteria).filter(opens)).not.toEqual([]);
  });
});
