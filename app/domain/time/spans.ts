/** Days or months from `first` to `last`, both included, as whole numbers. */
export type Span = { first: number; last: number };

/** The spans within a window, those that touch or overlap made one, in rising order. */
export function merged(spans: readonly Span[], window: Span): Span[] {
  const within = spans
    .map(({ first, last }) => ({ first: Math.max(first, window.first), last: Math.min(last, window.last) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const found: Span[] = [];
  for (const { first, last } of within) {
    const before = found.at(-1);
    if (before === undefined || first > before.last + 1) found.push({ first, last });
    else before.last = Math.max(before.last, last);
  }
  return found;
}

/** How many days or months of a window the spans cover, those that several cover counted once. */
export const covered = (spans: readonly Span[], window: Span): number =>
  merged(spans, window).reduce((total, { first, last }) => total + last - first + 1, 0);
