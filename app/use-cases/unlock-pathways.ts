import type { Reader } from '../../db/client.server.ts';
import { countOpenVacancies } from '../../db/queries/vacancy.ts';
import { MOST_CHANGES, type Pathway, type Problem } from '../domain/documents/index.ts';
import type { CompiledPathway } from '../domain/eligibility/evaluate.ts';
import { compareEfforts, type Effort, effortOf } from '../domain/eligibility/unlock/effort.ts';
import { findSingles, type Single } from '../domain/eligibility/unlock/find-singles.ts';
import { findUnlocks, type Unlock } from '../domain/eligibility/unlock/find-unlocks.ts';
import type { Person } from '../domain/rule/person.ts';
import { type Dated, type Doors, personAsking } from './assess-profile.ts';

/** A person, and the pathways that she asks about. */
type Asked = { person: Person; pathways: readonly CompiledPathway[] };

/** A single change, all pathways that it opens, and how many vacancies are open under these. */
export type OpeningChange = Single & { vacancies: number; effort: Effort };
/** A set of changes that opens a pathway. */
export type OpeningSet = Unlock & { effort: Effort };

export type Unlocked =
  | { ok: true; sets: OpeningSet[]; singles: OpeningChange[]; incomplete: readonly Pathway[] }
  | { ok: false; problems: Problem[] };

const byId = ({ id: a }: Pathway, { id: b }: Pathway) => (a < b ? -1 : a > b ? 1 : 0);

const setsOf = (unlocks: readonly Unlock[]): OpeningSet[] =>
  unlocks
    .map((unlock) => ({ ...unlock, effort: effortOf(unlock.changes) }))
    .sort(
      (a, b) => compareEfforts(a.effort, b.effort) || a.changes.length - b.changes.length || byId(a.pathway, b.pathway),
    );

async function withVacancies(db: Reader, on: string, singles: readonly Single[]): Promise<OpeningChange[]> {
  const opened = new Set(singles.flatMap(({ opens }) => opens.map(({ id }) => id)));
  const vacancies = opened.size === 0 ? new Map<string, number>() : await countOpenVacancies(db, on, [...opened]);
  return singles
    .map(({ change, opens }) => ({
      ...{ change, opens, effort: effortOf([change]) },
      vacancies: opens.reduce((sum, { id }) => sum + (vacancies.get(id) ?? 0), 0),
    }))
    .sort((a, b) => compareEfforts(a.effort, b.effort) || b.opens.length - a.opens.length);
}

/** What makes a person eligible, as far as the search went. */
export type WhatUnlocks = Omit<Extract<Unlocked, { ok: true }>, 'ok'>;

/** What would make a person eligible: the smallest sets of changes for each pathway, and what each change opens alone; quickest first. */
export async function whatUnlocks(
  db: Reader,
  { person, pathways, atMost = MOST_CHANGES }: Asked & { atMost?: number | undefined },
): Promise<WhatUnlocks> {
  const { unlocks, incomplete } = findUnlocks(pathways, person, atMost);
  const singles = await withVacancies(db, person.on, findSingles(unlocks, pathways, person));
  return { sets: setsOf(unlocks), singles, incomplete };
}

/** Likewise, of an inquiry. */
export async function unlockPathways(
  doors: Doors,
  inquiry: Dated & { atMost?: number | undefined },
): Promise<Unlocked> {
  const asking = await personAsking(doors, inquiry);
  return asking.ok ? { ok: true, ...(await whatUnlocks(doors.db, { ...asking, atMost: inquiry.atMost })) } : asking;
}
