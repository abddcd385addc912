/** What a person typed into the fields of a page, without spaces around it; several of one name in their order. */
export type Typed = { one(name: string): string; all(name: string): readonly string[] };

export const typedIn = (params: URLSearchParams): Typed => ({
  one: (name) => params.getAll(name).at(-1)?.trim() ?? '',
  all: (name) => params.getAll(name).map((text) => text.trim()),
});

/** Why a field cannot be taken as it was typed. */
export type Why =
  | 'choose'
  | 'country'
  | 'day'
  | 'noSuchDay'
  | 'dayToCome'
  | 'month'
  | 'end'
  | 'endsBefore'
  | 'leftOnTime'
  | 'work'
  | 'count'
  | 'amount'
  | 'currency'
  | 'per'
  | 'hours'
  | 'score'
  | 'language'
  | 'level'
  | 'nothing'
  | 'missing'
  | 'chosen'
  | 'title'
  | 'english'
  | 'tooLong'
  | 'places'
  | 'months'
  | 'dayGone'
  | 'afterStart'
  | 'full';

/** A field that cannot be taken, by its name. */
export type Slip = { field: string; why: Why };

/** What was typed, understood; or each field that was not. */
export type Read<V> = { ok: true; value: V } | { ok: false; slips: readonly Slip[] };

export const understood = <V>(value: V): Read<V> => ({ ok: true, value });
export const slip = (field: string, why: Why): { ok: false; slips: readonly Slip[] } => ({
  ok: false,
  slips: [{ field, why }],
});

/** The slips of several fields, in their order. */
export const slipsOf = (...reads: readonly Read<unknown>[]): { ok: false; slips: readonly Slip[] } => ({
  ok: false,
  slips: reads.flatMap((read) => (read.ok ? [] : read.slips)),
});

/** One of a list, such as the options of a field. */
export function oneOf<V extends string>(typed: Typed, field: string, options: readonly V[], why: Why): Read<V> {
  const chosen = options.find((option) => option === typed.one(field));
  return chosen === undefined ? slip(field, why) : understood(chosen);
}

/** What a field says that may be left empty. */
export const unlessBlank = <V>(typed: Typed, field: string, read: (typed: Typed) => Read<V>): Read<V | undefined> =>
  typed.one(field) === '' ? understood(undefined) : read(typed);
