import type { Vacancy } from '../documents/index.ts';
import { onOneLine, shown } from '../text/shown.ts';

const each = <T extends Record<string, string>>(text: T, make: (words: string) => string): T => ({
  ...text,
  ...Object.fromEntries(Object.entries(text).map(([language, words]) => [language, make(words)])),
});

/** A vacancy with its own words as people are shown them: nothing in them hides what is written, and what is one line stays one. */
export function inPlainWords(vacancy: Vacancy): Vacancy {
  const { title, description, region, skills } = vacancy;
  return {
    ...vacancy,
    title: each(title, onOneLine),
    ...(description && { description: each(description, shown) }),
    ...(region !== undefined && { region: onOneLine(region) }),
    ...(skills && { skills: skills.map(onOneLine) }),
  };
}
