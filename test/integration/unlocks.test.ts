import { beforeAll, expect, it } from 'vitest';
import type { PersonRule, Profile } from '../../app/domain/documents/index.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from '../../app/use-cases/matching/compiled-requirements.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { unlockPathways } from '../../app/use-cases/unlock-pathways.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const ON = '2026-11-25';
const german: PersonRule = { id: 'german', fact: 'language', of: 'de', gte: 'B1' };
const work: PersonRule = { id: 'work', fact: 'experience', gte: 3 };
const offer: PersonRule = { id: 'offer', fact: 'offer', eq: true };
const profile: Profile = {
  type: 'profile',
  nationalities: ['PH'],
  languages: [{ language: 'de', cefr: 'A2' }],
  experience: [],
  offer: null,
};

const vacancy = (id: string, over: Parameters<typeof aVacancy>[0] = {}) =>
  aVacancy({ id, pathway: 'speaks', places: 2, ...over });

let db: TestDatabase;
const [compiled, requirements] = [keepCompiledPathways(), keepCompiledRequirements()];
const doors = () => ({ db: db.db, compiled, requirements });

beforeAll(async () => {
  db = await freshDatabase();
  const report = await importAll(
    db.db,
    [
      aPathway({ id: 'speaks', eligibility: german }),
      aPathway({ id: 'speaks-or-works', eligibility: { any: [german, work] } }),
      aPathway({ id: 'offered', eligibility: { all: [german, offer] } }),
      aPathway({ id: 'open', eligibility: { all: [] } }),
      aPathway({ id: 'over', eligibility: german, effective: { from: '2020-01-01', to: '2020-12-31' } }),
      vacancy('v-open'),
      vacancy('v-until-today', { applyBy: ON }),
      vacancy('v-late', { applyBy: '2026-11-24' }),
      vacancy('v-full', { places: 0 }),
      vacancy('v-elsewhere', { pathway: 'offered' }),
      vacancy('v-other', { pathway: 'speaks-or-works' }),
      vacancy('v-asks-for-more', { requires: { id: 'more', fact: 'language', of: 'de', gte: 'B2' } }),
      vacancy('v-asks-for-work', { pathway: 'speaks-or-works', requires: work }),
      vacancy('v-open-to-all', { pathway: 'open' }),
      vacancy('v-over', { pathway: 'over' }),
    ],
    { onDocuments: projectChanged },
  );
  expect(report.problems).toEqual([]);
});

it('gives sets of changes, the quickest first, and what each change opens alone, with its vacancies', async () => {
  const unlocked = await unlockPathways(doors(), { profile, on: ON });
  if (!unlocked.ok) throw new Error('a sound inquiry');
  const { sets, singles, incomplete } = unlocked;
  expect(
    sets.map(({ pathway, changes, effort }) => [pathway.id, changes.map(({ fact }) => fact), effort.months]),
  ).toEqual([
    ['speaks-or-works', ['experience'], 3],
    ['speaks', ['language'], 5],
    ['speaks-or-works', ['language'], 5],
    ['offered', ['language', 'offer'], 5],
  ]);
  expect(singles.map(({ change, opens, vacancies }) => [change.fact, opens.map(({ id }) => id), vacancies])).toEqual([
    ['experience', ['speaks-or-works'], 2], // one of them asks for the work itself
    ['language', ['speaks', 'speaks-or-works'], 4], // one of them is the offer that its pathway asks for
  ]);
  expect(incomplete).toEqual([]);
});

it('finds no more changes than were asked for, only among the pathways asked for, and among drafts', async () => {
  const draft = aPathway({ id: 'draft', eligibility: offer });
  const asked = { profile, on: ON, atMost: 1, pathways: ['offered'], drafts: [draft] };
  const unlocked = await unlockPathways(doors(), asked);
  expect(unlocked).toMatchObject({ ok: true, sets: [{ pathway: { id: 'draft' } }], singles: [{ vacancies: 0 }] });
});

it('refuses a pathway that does not exist, and a birth to come', async () => {
  const unborn = { ...profile, birthDate: '2027-01-01' };
  const unlocked = await unlockPathways(doors(), { profile: unborn, on: ON, pathways: ['nowhere'] });
  expect(unlocked).toMatchObject({ ok: false, problems: [{ path: '/profile/birthDate' }, { path: '/pathways/0' }] });
});

it('counts what lacks an offer alone for a pathway, and of an offer nothing: a vacancy is one', async () => {
  const asked = { profile, on: ON, pathways: ['offered'] };
  const unlocked = await unlockPathways(doors(), asked);
  expect(
    unlocked.ok && unlocked.singles.map(({ change, opens, vacancies }) => [change.fact, opens, vacancies]),
  ).toEqual([['language', [], 1]]);
  const speaker: Profile = { ...profile, languages: [{ language: 'de', cefr: 'B1' }] };
  const offered = await unlockPathways(doors(), { ...asked, profile: speaker });
  expect(
    offered.ok && offered.singles.map(({ change, opens, vacancies }) => [change.fact, opens.length, vacancies]),
  ).toEqual([['offer', 1, 0]]);
});

it('tells what vacancies ask for by themselves, also under a pathway that is open already', async () => {
  const asks = (id: string, requires: PersonRule) => vacancy(id, { pathway: 'free', requires });
  const report = await importAll(
    db.db,
    [
      aPathway({ id: 'free', eligibility: { all: [] } }),
      asks('v-german', german),
      asks('v-german-too', { all: [{ ...german, id: 'speaks' }] }),
      asks('v-more-german', { ...german, gte: 'B2' }),
      asks('v-german-and-work', { all: [german, work] }),
      asks('v-either', { any: [german, work] }),
      asks('v-young', { id: 'young', fact: 'age', lt: 5 }),
      vacancy('v-not-among-those', { pathway: 'open', requires: german }),
    ],
    { onDocuments: projectChanged },
  );
  expect(report.problems).toEqual([]);
  const asking = async (over: Partial<Profile> = {}) => {
    const person = { ...profile, birthDate: '1990-05-01', ...over };
    const unlocked = await unlockPathways(doors(), { profile: person, on: ON, pathways: ['free'] });
    if (!unlocked.ok) throw new Error('a sound inquiry');
    expect(unlocked.sets).toEqual([]);
    return unlocked.singles.map(({ change, opens, vacancies }) => [change.fact, change.to, opens, vacancies]);
  };
  expect(await asking()).toEqual([
    ['experience', 3, [], 1],
    ['language', 'B1', [], 3],
    ['language', 'B2', [], 4],
  ]);
  expect(await asking({ languages: [{ language: 'de', cefr: 'C1' }] })).toEqual([['experience', 3, [], 1]]);
  const worker = { languages: profile.languages ?? [], experience: [{ occupation: '2221', from: '2020-01' }] };
  expect(await asking(worker)).toEqual([
    ['language', 'B1', [], 3],
    ['language', 'B2', [], 4],
  ]);
});
