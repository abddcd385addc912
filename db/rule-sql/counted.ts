import { type RawBuilder, sql } from 'kysely';
import type { Points } from '../../app/domain/documents/index.ts';
import { tallyOf } from '../../app/domain/rule/points.ts';
import type { SqlFinding } from './comparison.ts';

type Sum = RawBuilder<number>;

/** A part of a rule, and what it costs to work out, in comparisons of a plain column. */
export type Part = { finding: SqlFinding; cost: number };

export const costOf = (parts: readonly Part[]): number => parts.reduce((sum, { cost }) => sum + cost, 0);

/** Halved, not chained: PostgreSQL reads a chain of a thousand additions a thousand deep. */
function sumOf(terms: readonly Sum[]): Sum {
  const [only] = terms;
  if (only === undefined) return sql`0`;
  if (terms.length === 1) return only;
  const half = Math.ceil(terms.length / 2);
  return sql`(${sumOf(terms.slice(0, half))} + ${sumOf(terms.slice(half))})`;
}

/** From this cost on it is cheaper to keep findings than to work them out twice. */
const WORTH_KEEPING = 4;

/**
 * Decides by findings that are needed twice. Those that cost more are worked out once and kept; so is whatever itself adds up, as its
 * cost says, or each level of such rules would double the work.
 */
function decided(parts: readonly Part[], decide: (findings: readonly SqlFinding[]) => SqlFinding): Part {
  const findings = parts.map(({ finding }) => finding);
  const cost = costOf(parts);
  if (cost < WORTH_KEEPING) return { finding: decide(findings), cost: WORTH_KEEPING };
  const { found, kept } = findings.length > MOST_COLUMNS ? keptAsList(findings) : keptAsColumns(findings);
  return {
    finding: sql`(select ${decide(found)} from (select ${kept} offset 0) as counted)`,
    cost: cost + WORTH_KEEPING,
  };
}

/** PostgreSQL allows a few more in a row. */
const MOST_COLUMNS = 1_600;

type Kept = { found: SqlFinding[]; kept: RawBuilder<unknown> };

function keptAsColumns(findings: readonly SqlFinding[]): Kept {
  const names = findings.map((_, at) => sql.id(`found_${at}`));
  return {
    found: names.map((name) => sql`counted.${name}`),
    kept: sql.join(findings.map((finding, at) => sql`${finding} as ${names[at]}`)),
  };
}

function keptAsList(findings: readonly SqlFinding[]): Kept {
  return {
    found: findings.map((_, at) => sql`counted.found[${sql.lit(at + 1)}]`),
    kept: sql`array[${sql.join(findings)}]::boolean[] as found`,
  };
}

/** What is reached for sure settles it, else what can still be reached. */
const reached = (lowest: Sum, highest: Sum, pass: number): SqlFinding =>
  sql`case when ${lowest} >= ${sql.lit(pass)} then true when ${highest} < ${sql.lit(pass)} then false end`;

const whereMet = (finding: SqlFinding, points: Sum): Sum => sql`case when ${finding} then ${points} else 0 end`;
const whereNotUnmet = (finding: SqlFinding, points: Sum): Sum =>
  sql`case when (${finding}) is not false then ${points} else 0 end`;

const ONE: Sum = sql`1`;

/** Met when so many are. */
export const atLeast = (needed: number, parts: readonly Part[]): Part =>
  decided(parts, (findings) => {
    const sum = (term: typeof whereMet) => sumOf(findings.map((finding) => term(finding, ONE)));
    return reached(sum(whereMet), sum(whereNotUnmet), needed);
  });

/** Of whole steps as the domain counts them; exact whatever their size. */
export function points(test: Points<unknown>, parts: readonly Part[]): Part {
  const { groups, pass } = tallyOf(test);
  const most = groups.flatMap(({ items }) => items).reduce((sum, item) => sum + item.points, 0);
  const type = sql.raw(most <= Number.MAX_SAFE_INTEGER ? 'bigint' : 'numeric');
  return decided(parts, (findings) => {
    const sum = (term: typeof whereMet) =>
      sumOf(
        groups.map(({ most, items }) => {
          const ofGroup = sumOf(
            items.map((item) => term(findings[item.at] ?? sql`false`, sql`${sql.lit(item.points)}::${type}`)),
          );
          return Number.isFinite(most) ? sql`least(${ofGroup}, ${sql.lit(most)})` : ofGroup;
        }),
      );
    return reached(sum(whereMet), sum(whereNotUnmet), pass);
  });
}
