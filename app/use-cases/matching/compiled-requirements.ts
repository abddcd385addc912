import type { Reader } from '../../../db/client.server.ts';
import { listRequirementIds, listRequirements, type Requirement } from '../../../db/queries/requirement.ts';
import { stateOf } from '../../../db/queries/table-state.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { VERDICTS, type Verdict } from '../../domain/eligibility/evaluate.ts';
import { type CompiledMatch, matchCompiler } from '../../domain/matching/match.ts';
import type { Person } from '../../domain/rule/person.ts';

/** What vacancies require, made ready once for each edition of their pathways. */
export type CompiledRequirements = {
  /** The requirements that a person meets, and those that she may meet, under the pathways given as they stand on her day. */
  judge(db: Reader, person: Person, pathways: readonly Pathway[]): Promise<OpenRequirements>;
  /** The same of several persons, in their order. */
  judgeEach(db: Reader, persons: readonly Person[], pathways: readonly Pathway[]): Promise<OpenRequirements[]>;
};

export type OpenRequirements = Record<Exclude<Verdict, 'ineligible'>, number[]>;

/** Beyond these all are forgotten, and those that are needed made ready again. */
const MOST_KEPT = 20_000;

export function keepCompiledRequirements(): CompiledRequirements {
  let compile = matchCompiler();
  let kept = new WeakMap<Pathway, Map<number, CompiledMatch>>();
  let samples = new Map<number, Requirement>();
  let made = 0;
  let list: { state: string; ids: Awaited<ReturnType<typeof listRequirementIds>> } = { state: '', ids: [] };

  const forget = () => {
    [compile, kept, samples, made] = [matchCompiler(), new WeakMap(), new Map(), 0];
  };

  const listed = async (db: Reader) => {
    const state = await stateOf(db, 'requirement');
    if (list.state !== state) list = { state, ids: await listRequirementIds(db) };
    return list.ids;
  };

  const readMissing = async (db: Reader, ids: readonly number[]) => {
    const missing = ids.filter((id) => !samples.has(id));
    if (missing.length === 0) return;
    for (const found of await listRequirements(db, missing)) samples.set(found.id, found);
  };

  const compiled = (id: number, pathway: Pathway): CompiledMatch | undefined => {
    const under = kept.get(pathway) ?? new Map<number, CompiledMatch>();
    kept.set(pathway, under);
    const known = under.get(id);
    const sample = samples.get(id)?.sample;
    if (known !== undefined || sample === undefined) return known;
    const isMatch = compile(pathway, sample);
    under.set(id, isMatch);
    made += 1;
    return isMatch;
  };

  /** The requirements under these pathways, each made ready. */
  const readied = async (db: Reader, pathways: readonly Pathway[]) => {
    const byId = new Map(pathways.map((pathway) => [pathway.id, pathway]));
    const asked = (await listed(db)).filter(({ pathway }) => byId.has(pathway));
    if (made > MOST_KEPT) forget();
    await readMissing(
      db,
      asked.map(({ id }) => id),
    );
    return asked.flatMap(({ id, pathway: of }) => {
      const pathway = byId.get(of);
      const isMatch = pathway && compiled(id, pathway);
      return isMatch ? [{ id, isMatch }] : [];
    });
  };

  const judgeEach: CompiledRequirements['judgeEach'] = async (db, persons, pathways) => {
    const ready = await readied(db, pathways);
    return persons.map((person) => openOf(ready, person));
  };

  return {
    judgeEach,
    judge: async (db, person, pathways) => openOf(await readied(db, pathways), person),
  };
}

function openOf(ready: readonly { id: number; isMatch: CompiledMatch }[], person: Person): OpenRequirements {
  const open: OpenRequirements = { eligible: [], possible: [] };
  for (const { id, isMatch } of ready) {
    const verdict = VERDICTS[isMatch(person)];
    if (verdict !== 'ineligible') open[verdict].push(id);
  }
  return open;
}
