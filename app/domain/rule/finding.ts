/** Kleene's three values. */
export type Finding = 'met' | 'unmet' | 'unknown';
