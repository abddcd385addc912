import type { Reader } from '../client.server.ts';
import type { ClassificationScheme } from '../schema/reference.ts';

export type ClassificationEntry = { code: string; label: string; language: string };

/** The entries of a scheme in its own order, in the language or, where it has none, in English. */
export function listClassification(
  db: Reader,
  scheme: ClassificationScheme,
  language: string,
): Promise<ClassificationEntry[]> {
  return db
    .selectFrom('classification')
    .distinctOn('position')
    .select(['code', 'label', 'language'])
    .where('scheme', '=', scheme)
    .where('language', 'in', [language, 'en'])
    .orderBy('position')
    .orderBy(({ eb }) => eb('language', '=', language), 'desc')
    .execute();
}
