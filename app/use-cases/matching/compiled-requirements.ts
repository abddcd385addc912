import type { Reader } from '../../../db/client.server.ts';
import { listRequirementIds, listRequirements, type Requirement } from '../../../db/queries/requirement.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import type { Verdict } from '../../domain/eligibility/evaluate.ts';
import { grouped } from '../../domain/grouped.ts';
import {
  type Asked,
  type CompiledMatch,
  matchAssessor,
  matchCompiler,
  type RequiringVacancy,
} from '../../domain/matching/match.ts';
import type { Person } from '../../domain/rule/person.ts';

/** Pathways by their ids; what was made ready for a map of them is kept with it. */
export type PathwaysById = ReadonlyMap<string, Pathway>;

/** What vacancies require, made ready once for each edition of their pathways. */
export type CompiledRequirements = {
  /** What is required under pathways, made ready. */
  under(db: Reader, pathways: PathwaysById): Promise<ReadyRequirements>;
  /** Every criterion and reason of a match. */
  assess: ReturnType<typeof matchAssessor>;
};

export type OpenRequirements = Record<Exclude<Verdict, 'ineligible'>, number[]>;

/** Beyond so many for each that there is, all are forgotten, and those that are needed made ready again. */
const EDITIONS_KEPT = 4;
/** Fewer are not worth forgetting. */
const LEAST_KEPT = 20_000;

/** A requirement, what it asks for beside the rule of its pathway, and one of the vacancies that require it. */
export type ReadyRequirement = { id: number; own: Asked; sample: RequiringVacancy };

/** By the rule of a pathway, which is asked once for all that share it. */
export type ReadyRequirements = ReadonlyMap<Asked, readonly ReadyRequirement[]>;

export function keepCompiledRequirements(): CompiledRequirements {
  let compile = matchCompiler();
  let kept = new WeakMap<Pathway, Map<number, CompiledMatch>>();
  let samples = new Map<number, Requirement>();
  let made = 0;

  const forget = () => {
    [compile, kept, samples, made] = [matchCompiler(), new WeakMap(), new Map(), 0];
  };

  const readMissing = async (db: Reader, ids: readonly number[]) => {
    const missing = ids.filter((id) => !samples.has(id));
    if (missing.length === 0) return;
    for (const found of await listRequirements(db, missing)) samples.set(found.id, found);
  };

  const compiled = ({ id, sample }: Requirement, pathway: Pathway): CompiledMatch => {
    const under = kept.get(pathway) ?? new Map<number, CompiledMatch>();
    kept.set(pathway, under);
    const known = under.get(id);
    if (known !== undefined) return known;
    const match = compile(pathway, sample);
    under.set(id, match);
    made += 1;
    return match;
  };

  const under = async (db: Reader, pathways: PathwaysById): Promise<ReadyRequirements> => {
    const all = await listRequirementIds(db);
    const asked = all.filter(({ pathway }) => pathways.has(pathway));
    if (made > Math.max(LEAST_KEPT, EDITIONS_KEPT * all.length)) forget();
    await readMissing(
      db,
      asked.map(({ id }) => id),
    );
    const ready = asked.flatMap(({ id, pathway: of }) => {
      const [pathway, found] = [pathways.get(of), samples.get(id)];
      return pathway && found ? [{ id, ...compiled(found, pathway), sample: found.sample }] : [];
    });
    return grouped(ready, ({ law }) => law);
  };

  return { under, assess: matchAssessor() };
}

/** What is required under some pathways alone. */
export const requiredUnder = (ready: ReadyRequirements, pathways: ReadonlySet<string>): ReadyRequirements =>
  new Map([...ready].filter(([, [first]]) => first !== undefined && pathways.has(first.sample.pathway)));

/** The requirements that a person meets, and those that she may meet. */
export function openOf(ready: ReadyRequirements, person: Person): OpenRequirements {
  const open: OpenRequirements = { eligible: [], possible: [] };
  for (const [law, alike] of ready) {
    const lawful = law(person);
    if (lawful === 'unmet') continue;
    for (const { id, own } of alike) {
      const finding = own(person);
      if (finding !== 'unmet') open[lawful === 'met' && finding === 'met' ? 'eligible' : 'possible'].push(id);
    }
  }
  return open;
}
