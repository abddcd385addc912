import { fold } from '../text/fold.ts';

/** An id for a new quota, from its pathway, year and name; with a number where others have it already. */
export function foldedId(pathway: string, year: number, label: string, known: readonly { id: string }[]): string {
  const words = fold(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = `${pathway}-${year}${words === '' ? '' : `-${words.replace(new RegExp(`-?${year}$`), '')}`}`.replace(
    /-+$/,
    '',
  );
  const taken = new Set(known.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
