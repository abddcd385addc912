/** Days or months from `first` to `last`, both included, as whole numbers. */
export type Span = { first: number; last: number };

/** How many days or months of a window the spans cover, those that several cover counted once. */
export function covered(spans: readonly Span[], window: Span): number {
  const within = spans
    .map(({ first, last }) => ({ first: Math.max(first, window.first), last: Math.min(last, window.last) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  let total = 0;
  let until = Number.NEGATIVE_INFINITY; // the last one counted
  for (const { first, last } of within) {
    total += Math.max(0, last - Math.max(first, until + 1) + 1);
    until = Math.max(until, last);
  }
  return total;
}
