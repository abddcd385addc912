import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { readDocuments } from '../read-documents/read-documents.ts';
import { vacancyTable } from './vacancy-table.ts';

const readAgain = async (table: string): Promise<unknown[]> => {
  const entries: unknown[] = [];
  for await (const entry of readDocuments(Readable.from([Buffer.from(table)]), 'csv'))
    entries.push('value' in entry ? entry.value : entry);
  return entries;
};

it('is read again as it was, whatever stands in a vacancy', async () => {
  const vacancies = [
    aVacancy({ id: 'plain', skills: ['welding', 'night work'] }),
    aVacancy({ id: 'odd', skills: ['a; b', '["c"]', '  spaces '], region: '=1+1', title: { en: '@x', fr: '"y"\nz' } }),
    aVacancy({
      ...{ id: 'whole', description: { en: 'One.\n\nTwo, three; four.' }, languages: [{ language: 'de', cefr: 'B1' }] },
      requires: { id: 'german', fact: 'language', of: 'de', gte: 'B1' },
    }),
  ];
  expect(await readAgain(vacancyTable(vacancies))).toEqual(vacancies);
});
