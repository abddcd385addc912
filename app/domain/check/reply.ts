import type { Profile } from '../documents/index.ts';
import { type ProfileQuestion, withoutAnswer } from './question.ts';
import { type Form, formOf } from './typed/forms.ts';
import { type Read, type Typed, understood } from './typed/typed.ts';

/** The buttons of a question's page, as values of `do`; the one that takes an entry away ends with its place in the list. */
export const BUTTONS = { answer: 'answer', add: 'add', skip: 'skip', none: 'none', remove: 'remove-' } as const;

/** What a reply leaves of the profile, and whether its page is shown again for more. */
export type Replied = { profile: Profile; more: boolean };

/** Whether a person goes on from a list without having begun another entry. */
const isDone = ({ entries }: Form, typed: Typed, profile: Profile) =>
  entries !== undefined && entries.count(profile) > 0 && entries.names.every((name) => typed.one(name) === '');

function readAnswer(form: Form, typed: Typed, profile: Profile, on: string): Read<Profile> {
  if (isDone(form, typed, profile)) return understood(profile);
  const read = form.read(typed, profile, on);
  return read.ok ? understood({ ...profile, ...read.value }) : read;
}

/** The place of the entry to be taken away; undefined where the button is another. */
function removedPlace(button: string): number | undefined {
  const place = button.startsWith(BUTTONS.remove) ? button.slice(BUTTONS.remove.length) : '';
  return /^\d{1,4}$/.test(place) ? Number(place) : undefined;
}

/** Without its last entry a list is not stated any more: that there is none, a person says by another button. */
function withoutEntry(question: ProfileQuestion, entries: NonNullable<Form['entries']>, profile: Profile, at: number) {
  const left = { ...profile, ...entries.without(profile, at) };
  return entries.count(left) === 0 ? withoutAnswer(profile, question) : left;
}

/** What a reply to a question makes of a profile, or which fields cannot be taken. `on` is today. */
export function reply(question: ProfileQuestion, typed: Typed, profile: Profile, on: string): Read<Replied> {
  const form = formOf(question);
  const button = typed.one('do');
  const removed = removedPlace(button);
  if (button === BUTTONS.skip) return understood({ profile: withoutAnswer(profile, question), more: false });
  if (button === BUTTONS.none && form.none) return understood({ profile: { ...profile, ...form.none }, more: false });
  if (removed !== undefined && form.entries)
    return understood({ profile: withoutEntry(question, form.entries, profile, removed), more: true });
  const read = readAnswer(form, typed, profile, on);
  return read.ok ? understood({ profile: read.value, more: button === BUTTONS.add }) : read;
}
