import { countOpenRequiring } from '../../db/queries/vacancy.ts';
import { MOST_CHANGES, type Pathway, type Problem } from '../domain/documents/index.ts';
import type { CompiledPathway } from '../domain/eligibility/evaluate.ts';
import { applyChange } from '../domain/eligibility/unlock/apply-change.ts';
import { type Change, occupationsOf } from '../domain/eligibility/unlock/change.ts';
import { compareEfforts, type Effort, effortOf } from '../domain/eligibility/unlock/effort.ts';
import { findSingles, MOST_SINGLES, type Single } from '../domain/eligibility/unlock/find-singles.ts';
import { findUnlocks, type Unlock } from '../domain/eligibility/unlock/find-unlocks.ts';
import { Person } from '../domain/rule/person.ts';
import { type Dated, personAsking } from './assess-profile.ts';
import { changesAsked } from './matching/changes-asked.ts';
import { type ReadyRequirements, requiredUnder } from './matching/compiled-requirements.ts';
import { type MatchDoors, requirementsOpened, standingOn } from './matching/open-requirements.ts';

/** A person, and the pathways that she asks about. */
type Asked = { person: Person; pathways: readonly CompiledPathway[] };

/** A single change, all pathways that it opens, and how many open vacancies, each of which is its own offer. */
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

/** The person once a change is made, in every way that it leaves open; an offer of her own is nothing to a vacancy, which is another. */
function personsAfter(change: Change, { profile, on }: Person): Person[] {
  if (change.fact === 'offer') return [];
  const occupations = occupationsOf(change);
  const chosen = occupations.length === 0 ? [undefined] : occupations;
  return chosen.map((occupation) => new Person(applyChange(change, profile, on, occupation), on));
}

/** Changes that open no pathway and may open vacancies: what lacks nothing but an offer, and what vacancies themselves ask for. */
function* othersOf(unlocks: readonly Unlock[], asked: readonly Change[]): Generator<Change> {
  for (const { changes } of unlocks) {
    const [change, ...others] = changes.filter(({ fact }) => fact !== 'offer');
    if (change !== undefined && others.length === 0) yield change;
  }
  yield* asked;
}

/** Each change once. */
function withOthers(singles: readonly Single[], others: Iterable<Change>): Single[] {
  const known = new Map(singles.map((single) => [JSON.stringify(single.change), single]));
  for (const change of others) {
    const key = JSON.stringify(change);
    if (!known.has(key)) known.set(key, { change, opens: [] });
  }
  return [...known.values()].slice(0, MOST_SINGLES);
}

/** What each change opens: the pathways that are known, and how many open vacancies. */
async function withVacancies(
  { db }: MatchDoors,
  person: Person,
  required: ReadyRequirements,
  singles: readonly Single[],
): Promise<OpeningChange[]> {
  const after = singles.map(({ change }) => personsAfter(change, person));
  const opened = requirementsOpened(required, person, after);
  const counts = await countOpenRequiring(db, person.on, [...new Set(opened.flat())]);
  return singles
    .map(({ change, opens }, at) => ({
      ...{ change, opens, effort: effortOf([change]) },
      vacancies: (opened[at] ?? []).reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    }))
    .filter(({ opens, vacancies }) => opens.length + vacancies > 0)
    .sort((a, b) => compareEfforts(a.effort, b.effort) || b.opens.length - a.opens.length);
}

/** What makes a person eligible, as far as the search went. */
export type WhatUnlocks = Omit<Extract<Unlocked, { ok: true }>, 'ok'>;

/** What would make a person eligible: the smallest sets of changes for each pathway, and what each change opens alone; quickest first. */
export async function whatUnlocks(
  doors: MatchDoors,
  { person, pathways, atMost = MOST_CHANGES }: Asked & { atMost?: number | undefined },
): Promise<WhatUnlocks> {
  const { unlocks, incomplete } = findUnlocks(pathways, person, atMost);
  const { ready, pathways: standing } = await standingOn(doors, person.on);
  const required = requiredUnder(ready, new Set(pathways.map(({ pathway }) => pathway.id)));
  const others = othersOf(unlocks, changesAsked(required, standing, person));
  const singles = withOthers(findSingles(unlocks, pathways, person), others);
  return { sets: setsOf(unlocks), singles: await withVacancies(doors, person, required, singles), incomplete };
}

/** Likewise, of an inquiry. */
export async function unlockPathways(
  doors: MatchDoors,
  inquiry: Dated & { atMost?: number | undefined },
): Promise<Unlocked> {
  const asking = await personAsking(doors, inquiry);
  return asking.ok ? { ok: true, ...(await whatUnlocks(doors, { ...asking, atMost: inquiry.atMost })) } : asking;
}
