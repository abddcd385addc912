import type { Pathway, Vacancy } from '../../app/domain/documents/index.ts';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Connection } from '../../db/client.server.ts';
import { recordRates } from '../../db/queries/rate.ts';
import { projectRates } from '../../search/vacancy/project.ts';
import { aPathway, aVacancy } from './documents.ts';
import { importAll } from './imports.ts';

/** The day on which the corpus is searched. */
export const ON = '2026-11-26';

export const PATHWAYS: Pathway[] = [
  aPathway({
    ...{ id: 'corpus-care', destination: 'DE', origins: ['PH', 'IN'], kind: 'skills-partnership' },
    ...{ leadsToSettlement: true, familyMayAccompany: true, name: { en: 'Triple care', fr: 'Triple soin' } },
  }),
  aPathway({
    ...{ id: 'corpus-season', destination: 'ES', origins: 'any', exceptOrigins: ['KP'], kind: 'seasonal' },
    ...{ leadsToSettlement: false, familyMayAccompany: false, name: { en: 'Harvest season' } },
  }),
  aPathway({ id: 'corpus-any', destination: 'PL', origins: 'any', kind: 'temporary', name: { en: 'Work permit' } }),
  aPathway({
    ...{ id: 'corpus-ended', effective: { from: '2020-01-01', to: '2026-11-25' }, destination: 'DE' },
    name: { en: 'Ended yesterday' },
  }),
  aPathway({
    ...{ id: 'corpus-coming', effective: { from: '2026-11-27', to: null }, destination: 'DE' },
    name: { en: 'Begins tomorrow' },
  }),
];

const month = (amount: number, currency: string) => ({ wage: { money: { amount, currency }, per: 'month' as const } });
const OCCUPATIONS = ['2221', '5131', '9211', '71', '8332'] as const;
const HOUSING = ['free', 'subsidised', 'none', undefined] as const;
const LANGUAGES: Vacancy['languages'][] = [
  [{ language: 'de', cefr: 'B1' }],
  [
    { language: 'es', cefr: 'A2' },
    { language: 'en-GB', cefr: 'A1' },
  ],
  [],
  undefined,
];

/** One of each combination that a facet may tell apart. */
const grid = Array.from({ length: 60 }, (_, at): Vacancy => {
  const pathway = PATHWAYS[at % 3]?.id ?? '';
  const housing = HOUSING[at % HOUSING.length];
  const languages = LANGUAGES[Math.floor(at / 2) % LANGUAGES.length];
  const occupation = OCCUPATIONS[at % OCCUPATIONS.length] ?? '5131';
  return aVacancy({
    ...{ id: `grid-${String(at).padStart(2, '0')}`, pathway, occupation, title: { en: `Position ${at}` } },
    ...{ destination: PATHWAYS[at % 3]?.destination ?? 'DE', sector: ['Q', 'I', 'A'][at % 3] === 'A' ? 'A' : 'Q' },
    ...(at % 7 === 0 ? month(8_000 + at * 100, 'PLN') : month(600 + at * 90, 'EUR')),
    ...(at % 11 === 0 && month(90_000 + at, 'PHP')),
    ...(at % 4 !== 3 && { startOn: `2027-0${1 + (at % 6)}-15` }),
    ...(at % 5 !== 4 && { applyBy: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}` }),
    ...{ places: 1 + (at % 9), ...(languages && { languages }), ...(housing && { provides: { housing } }) },
  });
});

/** Titles and texts in several languages. */
const worded: Vacancy[] = [
  aVacancy({
    ...{ id: 'words-waiter', pathway: 'corpus-any', destination: 'PL', occupation: '5131', title: { en: 'Waiter' } },
    ...{ region: 'Kraków', skills: ['carrying trays'], description: { en: 'Evening shifts at a hotel by the river.' } },
  }),
  aVacancy({
    ...{ id: 'words-mesero', pathway: 'corpus-any', destination: 'PL', occupation: '5131' },
    title: { en: 'Staff for the dining room', es: 'Mesero' },
  }),
  aVacancy({
    ...{ id: 'words-nurse', pathway: 'corpus-care', destination: 'DE', occupation: '2221' },
    ...{ title: { en: 'Registered nurse', fr: 'Infirmière diplômée', ar: 'ممرضة' }, region: 'Bayern' },
  }),
  aVacancy({
    ...{ id: 'words-hostile', pathway: 'corpus-any', destination: 'PL', occupation: '9211' },
    title: { en: '<script>alert(1)</script> \u202egnp.exe\u202c =cmd() \u2066' },
    region: `'"\\:*&|!()<->`,
  }),
];

/** What is not open, each for one reason. */
const closed: Vacancy[] = [
  aVacancy({ id: 'closed-yesterday', pathway: 'corpus-any', destination: 'PL', applyBy: '2026-11-25' }),
  aVacancy({ id: 'closed-ended', pathway: 'corpus-ended' }),
  aVacancy({ id: 'closed-coming', pathway: 'corpus-coming' }),
];

export const OPEN: Vacancy[] = [...grid, ...worded];

export const RATES = [
  { currency: 'PLN', perEur: '4', on: '2026-11-20', source: 'Older' },
  { currency: 'PLN', perEur: '4.25', on: '2026-11-25', source: 'European Central Bank' },
  { currency: 'USD', perEur: '1.16', on: '2026-11-25', source: 'European Central Bank' },
];

/** A small market for both engines: 64 open vacancies and some that are not. PHP has no rate. */
export async function fillWithVacancies(connection: Connection): Promise<void> {
  await prepareDatabase(connection, { progress: () => undefined });
  for (const documents of [PATHWAYS, [...OPEN, ...closed]]) {
    const { problems } = await importAll(connection.db, documents, { onDocuments: projectChanged });
    if (problems.length > 0) throw new Error(`the corpus is broken: ${JSON.stringify(problems.slice(0, 3))}`);
  }
  await connection.db.transaction().execute(async (trx) => {
    await recordRates(trx, RATES);
    await projectRates(trx);
  });
}
