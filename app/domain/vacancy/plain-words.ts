import type { Vacancy } from '../documents/index.ts';
import { onOneLine, shown } from '../text/shown.ts';
import type { Flaw } from './flaw.ts';

const each = <T extends Record<string, string>>(text: T, make: (words: string) => string): T => ({
  ...text,
  ...Object.fromEntries(Object.entries(text).map(([language, words]) => [language, make(words)])),
});

/** The parts in which a vacancy names a contact and money to be paid, and nobody has said that nothing is wrong with it. */
export const withheldOf = (flags: readonly Flaw[] | null) =>
  new Set((flags ?? []).flatMap(({ why, path }) => (why === 'asks-for-payment' ? [path.split('/')[1]] : [])));

/**
 * A vacancy with its own words as people are shown them: nothing in them hides what is written, what is one line stays one, and what
 * asks for payment is left out until an officer clears it.
 */
export function inPlainWords({ vacancy, flags }: { vacancy: Vacancy; flags: readonly Flaw[] | null }): Vacancy {
  const { title, description, region, skills, ...rest } = vacancy;
  const withheld = withheldOf(flags);
  return {
    ...rest,
    title: each(title, onOneLine),
    ...(description && !withheld.has('description') && { description: each(description, shown) }),
    ...(region !== undefined && !withheld.has('region') && { region: onOneLine(region) }),
    ...(skills && !withheld.has('skills') && { skills: skills.map(onOneLine) }),
  };
}
