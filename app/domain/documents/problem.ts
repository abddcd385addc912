/** The way from a document's root to a place in it: keys and list indices. */
export type Path = readonly (string | number)[];

/** One thing wrong with a document: its place (RFC 6901 JSON Pointer), what was found there, and what was expected. */
export type Problem = { path: string; message: string; expected?: string };

/** A problem seen from inside: its path starts at the part that was looked at. */
export type Fault = { path: Path; message: string; expected?: string };

/** The path as an RFC 6901 JSON Pointer; the document itself is the empty string. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The fault as a problem of the document, given where in it the part stands. */
export function problemAt(base: Path, { path, ...rest }: Fault): Problem {
  return { path: pointer([...base, ...path]), ...rest };
}

const longestEcho = 40;

/** What was found, in a few words that are safe to print: cut short, without control or direction marks. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return shownString(value);
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value).slice(0, longestEcho);
}

function shownString(value: string): string {
  const letters = [...value.slice(0, 2 * longestEcho)];
  const cut = letters.slice(0, longestEcho).join('').replace(/\p{C}/gu, '\uFFFD');
  return `"${cut}${letters.length > longestEcho ? '…' : ''}"`;
}

/** The ids on the way round a circle, the first again at the end; the middle of a long way is left out. */
export function shownCircle(ids: readonly string[]): string {
  const named = ids.map(shown);
  return (named.length > 6 ? [...named.slice(0, 4), '…', ...named.slice(-1)] : named).join(' → ');
}
