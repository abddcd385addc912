/** How many digits two ISCO-08 codes begin with alike: 4 in one unit group, 3 in one minor group, down to 0 in different major groups. */
export function digitsInCommon(a: string, b: string): number {
  let digits = 0;
  while (digits < a.length && digits < b.length && a[digits] === b[digits]) digits += 1;
  return digits;
}

/** The occupation nearest to one, of equals the first, and how many digits it has in common with it; undefined of none. */
export function nearestTo(
  occupation: string,
  among: readonly string[],
): { nearest: string; digits: number } | undefined {
  let found: { nearest: string; digits: number } | undefined;
  for (const nearest of among) {
    const digits = digitsInCommon(occupation, nearest);
    if (found === undefined || digits > found.digits) found = { nearest, digits };
  }
  return found;
}
