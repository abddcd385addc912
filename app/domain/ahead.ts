/**
 * What `work` makes of what is known. It begins at once with what was known last, beside the look whether that still holds, and is done
 * anew where it does not: `look` gives the same object as before while nothing changed.
 */
export async function ahead<K extends object, T>(
  last: K | undefined,
  look: () => Promise<K>,
  work: (known: K) => Promise<T>,
): Promise<T> {
  if (last === undefined) return work(await look());
  const [done, now] = await Promise.all([work(last), look()]);
  return now === last ? done : work(now);
}
