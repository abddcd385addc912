import * as z from 'zod';
import { isLanguage, languageExpected, languageForm } from './codes.ts';
import { inspected } from './explain.ts';
import type { JsonObject } from './json.ts';
import { type Fault, shown } from './problem.ts';

/** Words, as many as it takes: a sentence or a note. */
export const Words = z.string().regex(/\S/).describe('words, not blank');

/** One line of words: a title, a role, a region. */
export const Line = z.string().max(1000).regex(/\S/).describe('words, not blank, of at most 1,000 characters');

/** Words by language (BCP 47); English is always there, any other language may be. */
export const Text = inspected(z.object({ en: Words }).catchall(Words), inspectLanguages, {
  id: 'Text',
  description: 'text by language, such as { "en": "…", "es": "…" } where "en" is required',
  propertyNames: { pattern: languageForm.source },
});
export type Text = z.infer<typeof Text>;

function* inspectLanguages(text: JsonObject): Generator<Fault> {
  for (const tag of Object.keys(text).filter((key) => !isLanguage(key))) {
    yield {
      path: [tag],
      message: `${shown(tag)} is no language: expected ${languageExpected}`,
      expected: languageExpected,
    };
  }
}
