import { Id } from '../documents/ids.ts';
import { checkProfile, Profile } from '../documents/profile.ts';
import { PART_TEXTS, type PartText } from './part-text.ts';
import type { IsPrivate } from './private.ts';
import { findQuestion } from './question.ts';

/** What the address of a page of the check holds. */
export type Answers = {
  /** The answers that may stand in an address: none that is private. */
  profile: Profile;
  /** The questions that were put, in that order: one that is not answered was left open. Private ones are among them either way. */
  asked: readonly string[];
  /** The pathways that the check is about; none: all. */
  pathways: readonly string[];
  /** The mark of the server's session that keeps private answers; undefined where none does. What they say does not stand here. */
  keptIn: string | undefined;
};

/** A part of an address that means nothing here and was left out. */
export type BadPart = { key: string; value: string };

export const noAnswers: Answers = { profile: { type: 'profile' }, asked: [], pathways: [], keptIn: undefined };

/** The longest query, in characters: a longer address does not get through every proxy and messenger. */
export const LONGEST_QUERY = 6_000;
/** With the fields of a form that is read with GET; nobody's answers are longer. */
const LONGEST_READ = 8_000;

const parts: readonly (readonly [string, PartText])[] = Object.entries(PART_TEXTS);
const WORDS = [
  ['yes', true],
  ['no', false],
] as const;

type Refuse = (key: string, values: readonly string[]) => void;

function readParts(params: URLSearchParams, refuse: Refuse): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [part, { key, read }] of parts) {
    const texts = params.getAll(key);
    if (texts.length === 0) continue;
    const value = read(texts);
    if (value === undefined) refuse(key, texts);
    else found[part] = value;
  }
  return found;
}

/** What is declared to be so and not to be so; a private declaration that somebody put into an address is left out. */
function readDeclared(params: URLSearchParams, isPrivate: IsPrivate, refuse: Refuse): Profile['declared'] {
  const declared = WORDS.flatMap(([key, value]) => params.getAll(key).map((of) => ({ key, of, value })));
  const counts = new Map<string, number>();
  for (const { of } of declared) counts.set(of, (counts.get(of) ?? 0) + 1);
  const sound = declared.filter(({ key, of }) => {
    const good = Id.safeParse(of).success && counts.get(of) === 1 && !isPrivate(of);
    if (!good) refuse(key, [of]);
    return good;
  });
  return sound.length > 0 ? Object.fromEntries(sound.map(({ of, value }) => [of, value])) : undefined;
}

function readList(params: URLSearchParams, key: string, isGood: (value: string) => boolean, refuse: Refuse): string[] {
  const values = [...new Set(params.getAll(key).flatMap((text) => text.split('.')))].filter(Boolean);
  for (const value of values) if (!isGood(value)) refuse(key, [value]);
  return values.filter(isGood);
}

/** Some figures of a session's hash: they tell it from others of the same browser, and nobody gets in by them. */
const MARK = /^[0-9a-f]{12}$/;

function readMark(params: URLSearchParams, refuse: Refuse): string | undefined {
  const marks = params.getAll('private').filter(Boolean);
  const [mark, ...others] = marks;
  if (mark === undefined) return undefined;
  if (MARK.test(mark) && others.length === 0) return mark;
  refuse('private', marks);
  return undefined;
}

/** A declaration is asked for as `_roster`: hundreds of them would otherwise fill an address. */
const DECLARED = /^declared-/;
const shortened = (id: string) => id.replace(DECLARED, '_');
const lengthened = (text: string) => text.replace(/^_/, 'declared-');

const readAsked = (params: URLSearchParams, refuse: Refuse): string[] =>
  readList(params, 'asked', (text) => shortened(lengthened(text)) === text && isQuestion(lengthened(text)), refuse).map(
    lengthened,
  );

const isQuestion = (id: string) => findQuestion(id) !== undefined;

function readProfile(params: URLSearchParams, on: string, isPrivate: IsPrivate, refuse: Refuse): Profile {
  const declared = readDeclared(params, isPrivate, refuse);
  const { birthDate, ...profile } = Profile.parse({
    type: 'profile',
    ...readParts(params, refuse),
    ...(declared && { declared }),
  });
  if (birthDate === undefined) return profile;
  if (checkProfile({ type: 'profile', birthDate }, on).length === 0) return { ...profile, birthDate };
  refuse(PART_TEXTS.birthDate.key, [birthDate]);
  return profile;
}

/** Reads the answers off an address: what means nothing is left out and told, other keys are not looked at. */
export function parseAnswers(
  params: URLSearchParams,
  { on, isPrivate }: { on: string; isPrivate: IsPrivate },
): { answers: Answers; bad: BadPart[] } {
  const { length } = params.toString();
  if (length > LONGEST_READ) return { answers: noAnswers, bad: [{ key: '?', value: `${length} > ${LONGEST_READ}` }] };
  const bad: BadPart[] = [];
  const refuse: Refuse = (key, values) => bad.push(...values.map((value) => ({ key, value })));
  const answers = {
    profile: readProfile(params, on, isPrivate, refuse),
    asked: readAsked(params, refuse),
    pathways: readList(params, 'pathway', (id) => Id.safeParse(id).success, refuse).sort(),
    keptIn: readMark(params, refuse),
  };
  return { answers, bad };
}

/** The answers as a query, in canonical order. What is private never gets into it, whatever profile it is given. */
export function toQuery({ profile, asked, pathways, keptIn }: Answers, isPrivate: IsPrivate): URLSearchParams {
  const params = new URLSearchParams();
  for (const id of [...pathways].sort()) params.append('pathway', id);
  for (const [, { key, write }] of parts) for (const text of write(profile)) params.append(key, text);
  const declared = Object.entries(profile.declared ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of WORDS)
    for (const [of, said] of declared) if (said === value && !isPrivate(of)) params.append(key, of);
  if (asked.length > 0) params.append('asked', asked.map(shortened).join('.'));
  if (keptIn !== undefined) params.append('private', keptIn);
  return params;
}

/** The parts of a profile that may only be kept in a server's session. */
export const PrivateAnswers = Profile.pick({ health: true, criminalRecord: true, displacement: true, declared: true });
export type PrivateAnswers = Pick<Profile, 'health' | 'criminalRecord' | 'displacement' | 'declared'>;

const split = (declared: Profile['declared'], keep: (of: string) => boolean) => {
  const kept = Object.entries(declared ?? {}).filter(([of]) => keep(of));
  return kept.length > 0 ? { declared: Object.fromEntries(kept) } : {};
};

/** A profile as what may stand in an address, and what may not. */
export function separated(profile: Profile, isPrivate: IsPrivate): { open: Profile; kept: PrivateAnswers } {
  const { health, criminalRecord, displacement, declared, ...others } = profile;
  return {
    open: { ...others, ...split(declared, (of) => !isPrivate(of)) },
    kept: {
      ...(health !== undefined && { health }),
      ...(criminalRecord !== undefined && { criminalRecord }),
      ...(displacement !== undefined && { displacement }),
      ...split(declared, isPrivate),
    },
  };
}

/** What may stand in an address and what may not, as the one profile that they are. */
export function together(open: Profile, { declared, ...kept }: PrivateAnswers): Profile {
  if (declared === undefined) return { ...open, ...kept };
  return { ...open, ...kept, declared: { ...open.declared, ...declared } };
}
