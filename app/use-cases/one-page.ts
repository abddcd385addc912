/** A page of a list that nobody counts, and whether there is another: one more than it shows is asked for. */
export async function onePage<T>(
  page: number,
  size: number,
  list: (range: { limit: number; offset: number }) => Promise<readonly T[]>,
): Promise<{ shown: readonly T[]; more: boolean }> {
  const found = await list({ limit: size + 1, offset: (page - 1) * size });
  return { shown: found.slice(0, size), more: found.length > size };
}
