/** One of each, in every way: the last list turns fastest. Lists are read again and again, and only as far as is asked for. */
export function* oneOfEach<T>(lists: readonly Iterable<T>[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const one of first) for (const others of oneOfEach(rest)) yield [one, ...others];
}

/** So many items in every way, in their order; the same one may be taken again. */
export function* takenAgain<T>(items: readonly T[], count: number): Generator<T[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [at, item] of items.entries())
    for (const others of takenAgain(items.slice(at), count - 1)) yield [item, ...others];
}

/** One item of each group in every way; of a group that stands there again, a later one than before. */
export function* oneOfEachGroup<T>(groups: readonly (readonly T[])[], from = 0): Generator<T[]> {
  const [group, ...rest] = groups;
  if (group === undefined) {
    yield [];
    return;
  }
  for (const [at, item] of group.entries()) {
    if (at < from) continue;
    for (const others of oneOfEachGroup(rest, rest[0] === group ? at + 1 : 0)) yield [item, ...others];
  }
}
