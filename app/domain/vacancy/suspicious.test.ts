import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { suspicionsOf } from './suspicious.ts';

const found = (text: string) => suspicionsOf(aVacancy({ description: { en: text } })).map(({ why }) => why);

it.each([
  'Pay 300 USD to +254 712 345 678 before you apply',
  'Send the fee by Western Union, call 0044 20 7946 0000',
  'Para reservar tu plaza paga la tasa y escribe por WhatsApp',
  'Versez les frais de dossier, WhatsApp 0612345678',
  'ادفع رسوم التسجيل على واتساب',
])('asks for money: %s', (text) => expect(found(text)).toEqual(['asks-for-payment']));

it.each([
  'We pay 18 EUR an hour, and overtime.',
  'Questions: +49 30 1234567 during office hours.',
  'You need 3 years of experience. No fees: the employer pays for travel.',
  'Salario: 1 500 EUR al mes; no se cobran tasas.',
])('is a plain offer: %s', (text) => expect(found(text)).toEqual([]));

it('hides its direction', () => {
  const hostile = aVacancy({ title: { en: 'Nurse\u202Eesrun' }, skills: ['ok', '\u2067x'] });
  expect(suspicionsOf(hostile).map(({ path, why }) => [path, why])).toEqual([
    ['/title/en', 'hidden-marks'],
    ['/skills/1', 'hidden-marks'],
  ]);
});

it('requires who somebody is', () => {
  const requires = {
    all: [
      { id: 'young', fact: 'age' as const, lt: 35 },
      { any: [{ id: 'man', fact: 'sex' as const, eq: 'male' as const }] },
      { id: 'school', fact: 'education' as const, gte: 3 },
    ],
  };
  expect(suspicionsOf(aVacancy({ requires }))).toEqual([
    { path: '/requires', why: 'asks-who-they-are', facts: ['age', 'sex'], flag: true },
  ]);
});
