import { expect, it } from 'vitest';
import type { Finding } from '../rule/finding.ts';
import type { Rule } from '../rule/rule.ts';
import { concerns, type Journey } from './journey.ts';

const nurses: Journey = {
  pathway: 'de-triple-win',
  destination: 'DE',
  kind: 'skills-partnership',
  occupations: ['2221', '3221'],
};
const anyWork: Journey = { ...nurses, occupations: 'any' };

const cases: [string, Rule | undefined, Journey, Finding][] = [
  ['no condition concerns everybody', undefined, nurses, 'met'],
  ['the destination named', { id: 'a', fact: 'destination', in: ['DE', 'AT'] }, nurses, 'met'],
  ['another destination', { id: 'a', fact: 'destination', eq: 'KR' }, nurses, 'unmet'],
  ['any but this destination', { id: 'a', fact: 'destination', notIn: ['DE'] }, nurses, 'unmet'],
  ['this pathway', { id: 'a', fact: 'pathway', eq: 'de-triple-win' }, nurses, 'met'],
  ['another kind', { id: 'a', fact: 'pathwayKind', ne: 'seasonal' }, nurses, 'met'],
  [
    'every occupation of the pathway is under the prefix',
    { id: 'a', fact: 'occupation', in: ['22', '32'] },
    nurses,
    'met',
  ],
  ['only one of them is', { id: 'a', fact: 'occupation', in: ['2221'] }, nurses, 'unknown'],
  ['none of them is', { id: 'a', fact: 'occupation', in: ['91'] }, nurses, 'unmet'],
  ['a pathway for any work', { id: 'a', fact: 'occupation', in: ['91'] }, anyWork, 'unknown'],
  ['all but house work', { id: 'a', fact: 'occupation', notIn: ['91'] }, nurses, 'met'],
  ['what only the person can say', { id: 'a', fact: 'sex', eq: 'female' }, nurses, 'unknown'],
  [
    'a wrong destination settles it, whoever the person is',
    {
      all: [
        { id: 'a', fact: 'sex', eq: 'female' },
        { id: 'b', fact: 'destination', eq: 'KR' },
      ],
    },
    nurses,
    'unmet',
  ],
];

it.each(cases)('%s', (_, rule, journey, finding) => expect(concerns(rule, journey)).toBe(finding));
