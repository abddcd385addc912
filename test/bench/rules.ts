import { type CompiledPathway, pathwayCompiler } from '../../app/domain/eligibility/evaluate.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { assertSame, inTurns, quantile, type Row } from './measure.ts';
import { compileJsonLogic } from './peers/json-logic.ts';
import { canSay, makeRulesEngine } from './peers/json-rules-engine.ts';
import { forPeers, type PeerRule } from './peers/rule.ts';
import { copiesOfPathways } from './rule-copies.ts';
import { toldAll } from './told-all.ts';

const ON = '2026-11-23';
const PATHWAYS = 10_000;
/** Of which some are not in effect, or turn on what nobody can tell, such as savings in another currency. */
const MADE = 12_000;
/** How often everything is asked in a round; of the slow peer once. */
const PASSES = 10;
const ROUNDS = 21;
const ROUNDS_OF_THE_SLOW = 5;

type Asked = { pathway: CompiledPathway; rule: PeerRule };

/** How long `passes` times over everything takes, in ms for each. */
async function perPass(passes: number, pass: () => unknown): Promise<number> {
  const began = performance.now();
  for (let count = 0; count < passes; count++) await pass();
  return (performance.now() - began) / passes;
}

const rowsOf = (peer: string, count: number, times: { ours: number[]; peer: number[] }, goal: string): Row[] => {
  const what = `${count} verdicts for one person`;
  const ratios = times.peer.map((time, at) => time / (times.ours[at] ?? Number.NaN));
  return [
    { what: `${what}: ${peer} / ours`, value: quantile(ratios, 0.5), unit: 'times', goal },
    { what: `${what}: ours, p50`, value: quantile(times.ours, 0.5), unit: 'ms' },
    { what: `${what}: ${peer}, p50`, value: quantile(times.peer, 0.5), unit: 'ms' },
  ];
};

/**
 * One person before 10,000 pathways, only the verdicts, on rules and facts that both sides can say. The peers are compiled, and what they ask
 * of the person is worked out for them; ours begins with the profile.
 */
export async function run(): Promise<Row[]> {
  const pathways = copiesOfPathways(MADE).filter((pathway) => isInEffect(pathway, ON));
  const profile = toldAll(pathways);
  const somebody = new Person(profile, ON);
  const peers = forPeers(somebody);
  const asked = pathways
    .map(pathwayCompiler())
    .filter(({ judge }) => judge(somebody).finding !== 'unknown')
    .slice(0, PATHWAYS)
    .map((pathway): Asked => ({ pathway, rule: peers.ruleOf(pathway.pathway) }));

  /** Functions of a person, as the peer's are of its facts. */
  const ours = (among: readonly Asked[]) => {
    const verdicts = among.map(({ pathway }) => pathway.verdict);
    return () => {
      const person = new Person(profile, ON);
      return verdicts.map((verdict) => verdict(person) === 'eligible');
    };
  };

  const all = ours(asked);
  const compiled = compileJsonLogic(asked.map(({ rule }) => rule));
  const logic = () => compiled.map((decide) => decide(peers.facts));
  assertSame('json-logic-engine', all(), logic());
  const byLogic = await inTurns(
    ROUNDS,
    () => perPass(PASSES, all),
    () => perPass(PASSES, logic),
  );

  const sayable = asked.filter(({ rule }) => canSay(rule));
  const some = ours(sayable);
  const met = makeRulesEngine(sayable.map(({ rule }) => rule));
  const engine = () => met(peers.facts);
  assertSame('json-rules-engine', some(), await engine());
  const byEngine = await inTurns(
    ROUNDS_OF_THE_SLOW,
    () => perPass(PASSES, some),
    () => perPass(1, engine),
  );

  return [
    ...rowsOf('json-logic-engine', asked.length, byLogic, '≥ 1'),
    ...rowsOf('json-rules-engine', sayable.length, byEngine, '≥ 100'),
  ];
}
