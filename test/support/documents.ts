import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {
  type Pathway,
  type Procedure,
  parseDocumentOf,
  type Quota,
  type Vacancy,
} from '../../app/domain/documents/index.ts';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';

const seed = (name: string): unknown[] =>
  z.array(z.unknown()).parse(JSON.parse(readFileSync(path.join(PROJECT_FOLDER, `db/seed/${name}.json`), 'utf8')));

/** The seed's own documents, as they stand in the repository. */
export const seedDocuments = {
  pathway: () => seed('pathways'),
  procedure: () => seed('procedures'),
  quota: () => seed('quotas'),
};

const sound = <D>(parsed: { ok: true; document: D } | { ok: false; problems: unknown }): D => {
  if (!parsed.ok) throw new Error(`the builder makes a broken document: ${JSON.stringify(parsed.problems)}`);
  return parsed.document;
};

/** A small sound pathway. */
export const aPathway = (over: Partial<Pathway> = {}): Pathway =>
  sound(
    parseDocumentOf('pathway', {
      type: 'pathway',
      id: 'de-test',
      effective: { from: '2025-01-01', to: null },
      status: 'open',
      name: { en: 'Test pathway' },
      summary: { en: 'For tests.' },
      destination: 'DE',
      origins: ['PH'],
      kind: 'temporary',
      sectors: 'any',
      occupations: 'any',
      stay: { initialMonths: 12, maxMonths: 24, renewable: true },
      eligibility: { all: [] },
      costs: [],
      wageFloors: [],
      familyMayAccompany: null,
      leadsToSettlement: null,
      return: { commitment: 'none', obligations: [] },
      agencies: [],
      instruments: [],
      gcmObjectives: [5],
      sources: [{ id: 's1', title: 'A test' }],
      verifiedOn: '2026-11-23',
      confidence: 'high',
      ...over,
    }),
  );

/** A small sound procedure of the Philippines. */
export const aProcedure = (over: Partial<Procedure> = {}): Procedure =>
  sound(
    parseDocumentOf('procedure', {
      type: 'procedure',
      id: 'ph-test',
      origin: 'PH',
      name: { en: 'Test procedure' },
      effective: { from: '2025-01-01', to: null },
      steps: [],
      protections: {},
      returnServices: [],
      agencies: [],
      sources: [{ id: 's1', title: 'A test' }],
      verifiedOn: '2026-11-23',
      ...over,
    }),
  );

/** 100 places of `de-test` in 2026. */
export const aQuota = (over: Partial<Quota> = {}): Quota =>
  sound(
    parseDocumentOf('quota', {
      type: 'quota',
      id: 'de-test-2026',
      pathway: 'de-test',
      period: { from: '2026-01-01', to: '2026-12-31' },
      places: 100,
      ...over,
    }),
  );

/** A sound vacancy under `de-test`. */
export const aVacancy = (over: Partial<Vacancy> = {}): Vacancy =>
  sound(
    parseDocumentOf('vacancy', {
      type: 'vacancy',
      id: 'v-test',
      employer: 'e-test',
      pathway: 'de-test',
      title: { en: 'Nurse' },
      occupation: '2221',
      sector: 'Q',
      destination: 'DE',
      places: 2,
      wage: { money: { amount: 3000, currency: 'EUR' }, per: 'month' },
      contractMonths: 12,
      ...over,
    }),
  );
