import type { Reader } from '../client.server.ts';

export type VocabularyArea = 'paper' | 'role' | 'test' | 'tranche';

/** The names of codes, held in memory: they change with a release, not with a request. */
export type Labels = {
  /** The ISCO-08 title in the language, else in English, else the code. */
  occupation(code: string, language: string): string;
  /** All 619 ISCO-08 codes, in order. */
  occupationCodes: readonly string[];
  /** Everyday words for a group in the language. */
  synonyms(code: string, language: string): readonly string[];
  /** The ISIC section's label. */
  sector(code: string, language: string): string;
  /** A word of documents' own codes; one that nobody has put into words is shown with spaces for its hyphens. */
  word(area: VocabularyArea, code: string, language: string): string;
};

const key = (...parts: readonly string[]) => parts.join(' ');

/** Reads all names once, at the start. */
export async function loadLabels(db: Reader): Promise<Labels> {
  const [terms, sectors, words] = await Promise.all([
    db
      .selectFrom('occupation_term')
      .select(['code', 'language', 'kind', 'term'])
      .orderBy('code')
      .orderBy('term')
      .execute(),
    db.selectFrom('classification').select(['code', 'language', 'label']).where('scheme', '=', 'isic').execute(),
    db.selectFrom('vocabulary').select(['area', 'code', 'language', 'label']).execute(),
  ]);
  const titles = new Map(
    terms.flatMap(({ code, language, kind, term }) => (kind === 'title' ? [[key(code, language), term] as const] : [])),
  );
  const synonyms = new Map<string, string[]>();
  for (const { code, language, kind, term } of terms) {
    if (kind === 'synonym') synonyms.set(key(code, language), [...(synonyms.get(key(code, language)) ?? []), term]);
  }
  const labels = new Map(sectors.map(({ code, language, label }) => [key(code, language), label]));
  const vocabulary = new Map(words.map(({ area, code, language, label }) => [key(area, code, language), label]));
  const inEither = (map: ReadonlyMap<string, string>, language: string, ...parts: readonly string[]) =>
    map.get(key(...parts, language)) ?? map.get(key(...parts, 'en'));
  return {
    occupation: (code, language) => inEither(titles, language, code) ?? code,
    occupationCodes: [...new Set(terms.map(({ code }) => code))].sort(),
    synonyms: (code, language) => synonyms.get(key(code, language)) ?? [],
    sector: (code, language) => inEither(labels, language, code) ?? code,
    word: (area, code, language) => inEither(vocabulary, language, area, code) ?? code.replaceAll('-', ' '),
  };
}
