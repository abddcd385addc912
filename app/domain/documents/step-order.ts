import { isObject, listAt } from './json.ts';
import { type Fault, type Path, shown, shownCircle } from './problem.ts';
import { didYouMean } from './suggest.ts';
import { idsOf } from './unique-ids.ts';

/** Refuses steps that wait for a step which is not there, for themselves, or for each other in a circle. */
export function* inspectStepOrder(steps: readonly unknown[]): Generator<Fault> {
  const ids = idsOf(steps);
  for (const [index, step] of steps.entries()) {
    for (const [position, awaited] of listAt(step, ['dependsOn']).entries()) {
      const message = typeof awaited === 'string' ? whyNotAwaited(awaited, step, ids) : undefined;
      if (message !== undefined)
        yield { path: ['steps', index, 'dependsOn', position], message, expected: 'the id of another step' };
    }
  }
  yield* inspectCircles(steps);
}

function whyNotAwaited(awaited: string, step: unknown, ids: ReadonlySet<string>): string | undefined {
  if (isObject(step) && step['id'] === awaited) return 'a step cannot depend on itself';
  return ids.has(awaited) ? undefined : `no step ${shown(awaited)} in "steps"${didYouMean(awaited, ids)}`;
}

type Steps = ReadonlyMap<string, { index: number; awaited: readonly unknown[] }>;

function* inspectCircles(list: readonly unknown[]): Generator<Fault> {
  const steps: Steps = new Map(
    list.flatMap((step, index) =>
      isObject(step) && typeof step['id'] === 'string'
        ? [[step['id'], { index, awaited: listAt(step, ['dependsOn']) }]]
        : [],
    ),
  );
  const followed = new Set<string>();
  for (const id of steps.keys()) yield* followFrom(id, steps, followed);
}

/** Depth first without recursion: whoever meets a step of the trail that led to it has closed a circle. */
function* followFrom(start: string, steps: Steps, followed: Set<string>): Generator<Fault> {
  const trail = new Map<string, number>(followed.has(start) ? [] : [[start, 0]]);
  const path = [...trail.keys()];
  for (let id = path.at(-1); id !== undefined; id = path.at(-1)) {
    const position = trail.get(id) ?? 0;
    const { index, awaited } = steps.get(id) ?? { index: 0, awaited: [] };
    const next = awaited[position];
    trail.set(id, position + 1);
    if (position >= awaited.length) {
      followed.add(id);
      trail.delete(id);
      path.pop();
    } else if (typeof next === 'string' && next !== id && trail.has(next)) {
      yield circle([...path.slice(path.indexOf(next)), next], ['steps', index, 'dependsOn', position]);
    } else if (typeof next === 'string' && steps.has(next) && !trail.has(next) && !followed.has(next)) {
      trail.set(next, 0);
      path.push(next);
    }
  }
}

function circle(ids: readonly string[], path: Path): Fault {
  const message = `steps depend on each other in a circle: ${shownCircle(ids)}`;
  return { path, message, expected: 'steps that can be done one after the other' };
}
