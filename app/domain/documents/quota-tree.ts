import { type Problem, shown, shownCircle } from './problem.ts';
import type { Quota } from './quota.ts';

export type Quotas = ReadonlyMap<string, Quota>;

/**
 * What is wrong among quotas, by quota id: a pathway or parent that does not exist, a circle, more places than the parent has, or a period
 * apart from the parent's. Siblings together may exceed their parent: each place is taken from every quota on the way up.
 */
export function checkQuotaTree(
  quotas: Quotas,
  pathwayExists: (pathway: string) => boolean,
): ReadonlyMap<string, Problem[]> {
  const circling = circles(quotas);
  const checked = [...quotas].map(([id, quota]): [string, Problem[]] => [
    id,
    [
      ...(pathwayExists(quota.pathway) ? [] : [{ path: '/pathway', message: `no pathway ${shown(quota.pathway)}` }]),
      ...checkParent(quota, quotas),
      ...(circling.get(id) ?? []),
    ],
  ]);
  return new Map(checked.filter(([, problems]) => problems.length > 0));
}

function checkParent(quota: Quota, quotas: Quotas): Problem[] {
  if (quota.parent === undefined) return [];
  const parent = quotas.get(quota.parent);
  if (parent === undefined) return [{ path: '/parent', message: `no quota ${shown(quota.parent)}` }];
  const problems: Problem[] = [];
  if (parent.pathway !== quota.pathway) {
    problems.push({
      path: '/parent',
      message: `its parent ${shown(parent.id)} is of the pathway ${shown(parent.pathway)}`,
    });
  }
  if (quota.places > parent.places) {
    problems.push({
      path: '/places',
      message: `${quota.places} places, more than the ${parent.places} of its parent`,
      expected: `${parent.places} or fewer`,
    });
  }
  if (apart(quota.period, parent.period)) {
    problems.push({
      path: '/period',
      message: `no day of its period is in the period of its parent ${shown(parent.id)}`,
    });
  }
  return problems;
}

/** True of periods without a common day; a period without `to` has no end. */
function apart(one: Quota['period'], other: Quota['period']): boolean {
  const [earlier, later] = one.from <= other.from ? [one, other] : [other, one];
  return earlier.to !== undefined && earlier.to < later.from;
}

/** A problem for every quota that is among its own ancestors. */
function circles(quotas: Quotas): ReadonlyMap<string, Problem[]> {
  const followed = new Set<string>();
  const found = new Map<string, Problem[]>();
  for (const start of quotas.keys()) {
    const trail = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !trail.has(id) && !followed.has(id)) {
      trail.add(id);
      id = quotas.get(id)?.parent;
    }
    const circle = id !== undefined && trail.has(id) ? [...trail].slice([...trail].indexOf(id)) : [];
    for (const member of circle) found.set(member, [circleProblem([...circle, id ?? member])]);
    for (const member of trail) followed.add(member);
  }
  return found;
}

function circleProblem(ids: readonly string[]): Problem {
  return { path: '/parent', message: `quotas are parents of each other in a circle: ${shownCircle(ids)}` };
}
