import type { Profile } from '../documents/profile.ts';
import type { Answers, Questions } from './questions.ts';

/** What a fact comes to: a value; null where there is none to compare, which no comparison meets; undefined where it is not stated. */
export type Reading<V> = V | null | undefined;

/** Whose rule it is: *here* and *this pathway* of documents.md, and in a procedure the journey being prepared. What is absent is not known. */
export type Scope = {
  destination?: string | undefined;
  pathway?: string | undefined;
  pathwayKind?: string | undefined;
  occupation?: string | undefined;
};

/** A profile on a day (`YYYY-MM-DD`), which remembers what was worked out from it: many rules ask the same. */
export class Person {
  readonly profile: Profile;
  readonly on: string;
  readonly #known = new Map<string, Reading<number>>();
  #answers: Answers | undefined;

  constructor(profile: Profile, on: string) {
    this.profile = profile;
    this.on = on;
  }

  /** What the person answers to questions, as far as it has been asked; those asked last are remembered. */
  answersTo(questions: Questions): Answers {
    if (this.#answers?.questions !== questions) this.#answers = questions.answersOf(this);
    return this.#answers;
  }

  /** What `find` finds, asked once for each `question`. */
  recall(question: string, find: (person: Person) => Reading<number>): Reading<number> {
    const known = this.#known.get(question);
    if (known !== undefined || this.#known.has(question)) return known;
    const found = find(this);
    this.#known.set(question, found);
    return found;
  }
}

/** Reads a fact off a person. */
export type Reader<V> = (person: Person) => Reading<V>;

/** The reader that remembers for each person what it read; `question` names all that the answer depends on but the person. */
export const recalled =
  (question: string, read: Reader<number>): Reader<number> =>
  (person) =>
    person.recall(question, read);
