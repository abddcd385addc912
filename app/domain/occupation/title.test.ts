import { describe, expect, it } from 'vitest';
import { lettersOf, titleStems, titleWords } from './title.ts';
import { labelLanguage } from './tongues.ts';

describe('two ways to write one title read the same', () => {
  it.each([
    ['en', 'Nurses', 'nurse'],
    ['en', 'Orthopaedic surgeon', 'orthopedic surgeons'],
    ['en', 'Teachers, except special education', 'teacher'],
    ['de', 'Kellner/in', 'Kellnerinnen'],
    ['de', 'Maurer (m/w/d)', 'Maurerin'],
    ['fr', 'Serveur (h/f/x)', 'serveuse'],
    ['fr', "infirmière d'entreprise", 'infirmier entreprise'],
    ['es', 'CAMARERAS DE PISO', 'camarero de piso'],
    ['pl', 'pielęgniarki', 'pielegniarka'],
    ['ar', 'الممرضة', 'ممرضه'],
  ])('%s: %s, %s', (language, one, other) => expect(titleStems(one, language)).toEqual(titleStems(other, language)));
});

it('a title of small words alone keeps them', () => expect(titleStems('of the', 'en')).toEqual(['of', 'the']));

it('what narrows a title down says less', () =>
  expect([...titleWords('Opticians, dispensing', 'en')]).toEqual([
    ['optician', 1],
    ['dispensing', 0.7],
  ]));

it('letters stand together at the ends of a word as well', () =>
  expect([...lettersOf('cook')]).toEqual([' co', 'coo', 'ook', 'ok ', ' coo', 'cook', 'ook ']));

it.each([
  ['pt-BR', 'pt'],
  ['nb', 'no'],
])('labels for %s are in %s', (tag, language) => expect(labelLanguage(tag)).toBe(language));
