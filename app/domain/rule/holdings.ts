import { Cefr } from '../documents/codes.ts';
import type { Profile } from '../documents/profile.ts';

/**
 * What a person holds and what a criterion asks for, both as plain words, so that a database or an index answers by looking words up:
 * the criterion finds something where one of its words is among the person's.
 */

type Spoken = NonNullable<Profile['languages']>[number];
type Qualification = NonNullable<Profile['qualifications']>[number];

/** The word that stands for all occupations. */
const ANY = 'any';

const unique = (words: Iterable<string>): string[] => [...new Set(words)];

/** An ISCO code and every prefix that covers it, and `any`. */
export const groupsOf = (code: string): string[] => [ANY, ...[...code].map((_, at) => code.slice(0, at + 1))];

/** The groups that the ISCO prefixes ask for, none of them within another; absent: any. */
export function groupsAsked(of: readonly string[] | undefined): string[] {
  const asked = new Set(of ?? [ANY]);
  return [...asked].filter((code) => ![...code].some((_, at) => at > 0 && asked.has(code.slice(0, at))));
}

/** A language tag and those that cover it: `zh-Hant` is `zh` too. */
const tagsOf = (tag: string): string[] => tag.split('-').map((_, at, parts) => parts.slice(0, at + 1).join('-'));

/** At least this level of that language. */
export const levelAsked = (of: string, level: string): string => `${of}:${level}`;

function levelsOf({ cefr, native }: Spoken): readonly string[] {
  const highest = native ? 'C2' : cefr;
  return highest === undefined ? [] : Cefr.options.slice(0, Cefr.options.indexOf(highest) + 1);
}

/** Every level that is reached in every language. */
export const levelsHeld = (languages: readonly Spoken[]): string[] =>
  unique(
    languages.flatMap((spoken) =>
      tagsOf(spoken.language).flatMap((tag) => levelsOf(spoken).map((level) => levelAsked(tag, level))),
    ),
  );

const standing = (group: string, country: string | undefined) =>
  country === undefined ? group : `${group}:${country}`;

/** A qualification for one of the prefixes, or where a country is named one that is recognised there. */
export const standingsAsked = (of: readonly string[] | undefined, recognisedIn?: string): string[] =>
  groupsAsked(of).map((group) => standing(group, recognisedIn));

/** For which occupations there is a qualification, and where it is recognised. */
export const standingsHeld = (qualifications: readonly Qualification[]): string[] =>
  unique(
    qualifications.flatMap(({ occupation, recognisedIn }) =>
      groupsOf(occupation).flatMap((group) => [undefined, ...recognisedIn].map((country) => standing(group, country))),
    ),
  );
