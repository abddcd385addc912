import type { Reader } from '../db/client.server.ts';

/** What the index knows of codes; the titles of an occupation hold those of the groups it covers. */
export type Wording = {
  occupation(code: string): readonly string[];
  sector(code: string): readonly string[];
};

/** Titles and everyday words by ISCO code, those of the groups below included, and sector labels. */
export async function loadWording(db: Reader): Promise<Wording> {
  const [terms, sectors] = await Promise.all([
    db
      .selectFrom('occupation_term')
      .select(['code', 'term'])
      .orderBy('code')
      .orderBy('kind', 'desc')
      .orderBy('language')
      .orderBy('term')
      .execute(),
    db
      .selectFrom('classification')
      .select(['code', 'label'])
      .where('scheme', '=', 'isic')
      .orderBy('language')
      .execute(),
  ]);
  const occupations = new Map<string, string[]>();
  for (const { code, term } of terms) {
    for (let length = 1; length <= code.length; length++) {
      const above = code.slice(0, length);
      const known = occupations.get(above);
      if (known) known.push(term);
      else occupations.set(above, [term]);
    }
  }
  return {
    occupation: (code) => occupations.get(code) ?? [],
    sector: (code) => sectors.filter((sector) => sector.code === code).map(({ label }) => label),
  };
}
