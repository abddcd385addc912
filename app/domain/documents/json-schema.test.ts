import { expect, it } from 'vitest';
import { journeyFacts, personFacts } from '../rule/facts.ts';
import { completeDocuments } from './complete-documents.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { DocumentType } from './parse.ts';

const types: DocumentType[] = ['pathway', 'procedure', 'quota', 'vacancy', 'profile'];
const factsOf = (type: DocumentType) =>
  Object.keys(jsonSchemaOf(type).$defs ?? {}).flatMap((name) =>
    name.startsWith('Criterion-') ? [name.slice(10)] : [],
  );

it.each(types)('%s: draft 2020-12, closed, with every key of the contract', (type) => {
  const schema = jsonSchemaOf(type);
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual(Object.keys(completeDocuments[type]).sort());
});

it('names the required keys', () => {
  expect(jsonSchemaOf('profile').required).toEqual(['type']);
  expect(jsonSchemaOf('quota').required).toEqual(['type', 'id', 'pathway', 'period', 'places']);
  expect(jsonSchemaOf('pathway').required).toHaveLength(24);
});

it('knows every fact, those of a journey in a procedure only', () => {
  expect(factsOf('pathway').sort()).toEqual(Object.keys(personFacts).sort());
  expect(factsOf('vacancy').sort()).toEqual(Object.keys(personFacts).sort());
  expect(factsOf('procedure').sort()).toEqual(Object.keys({ ...personFacts, ...journeyFacts }).sort());
  expect(factsOf('profile')).toEqual([]);
});

it('asks for exactly one comparison', () => {
  expect(jsonSchemaOf('pathway').$defs?.['Criterion-language']).toMatchObject({
    required: ['id', 'fact', 'of'],
    oneOf: [{ required: ['gte'] }, { required: ['lt'] }],
  });
});

it.each(types)('%s: every reference leads to a definition', (type) => {
  const schema = jsonSchemaOf(type);
  const named = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(schema.$defs ?? {})));
});
