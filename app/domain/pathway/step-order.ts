/** What a step must be ordered by. */
type Waiting = { id: string; dependsOn?: readonly string[] };

/** Steps so that each stands after all it depends on, otherwise as the procedure lists them. The document's dependencies are acyclic. */
export function inOrder<S extends Waiting>(steps: readonly S[]): S[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const placed = new Set<S>();
  const place = (step: S) => {
    if (placed.has(step)) return;
    for (const id of step.dependsOn ?? []) {
      const earlier = byId.get(id);
      if (earlier) place(earlier);
    }
    placed.add(step);
  };
  for (const step of steps) place(step);
  return [...placed];
}

/** What each applying step waits for: dependencies on a step that does not apply pass on to whatever that step depended on. */
export function dependenciesAmong<S extends Waiting>(applying: readonly S[], all: readonly S[]): Map<string, string[]> {
  const kept = new Set(applying.map(({ id }) => id));
  const byId = new Map(all.map((step) => [step.id, step]));
  const known = new Map<string, string[]>(); // a ladder of diamonds would be walked 2ⁿ times without it
  const through = (id: string): string[] => {
    const found =
      known.get(id) ?? (kept.has(id) ? [id] : [...new Set((byId.get(id)?.dependsOn ?? []).flatMap(through))]);
    known.set(id, found);
    return found;
  };
  return new Map(applying.map(({ id, dependsOn = [] }) => [id, [...new Set(dependsOn.flatMap(through))]]));
}
