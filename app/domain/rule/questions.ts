import { Row } from './compile.ts';
import type { Question } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Person } from './person.ts';

/** A question that rules ask of persons, and the number under which it is answered. */
export type Asked = { question: Question; at: number };

/** Questions that rules ask of persons; one that many rules ask is kept once, so that nobody is asked it twice. */
export class Questions {
  readonly #known = new Map<string, Asked>();
  readonly #questions: Question[] = [];
  /** The rules that ask them. */
  readonly row = new Row();

  /** The question under a key, made when the first rule asks it. */
  keep(key: string, make: () => Question): Asked {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const question = make();
    const at = this.#questions.push(question) - 1;
    const asked: Asked = { question, at };
    this.#known.set(key, asked);
    return asked;
  }

  /** What a person answers; each question is put to her when a rule first asks it. */
  answersOf(person: Person): Answers {
    return new Answers(this, this.#questions, person);
  }
}

/** What one person answers to questions. */
export class Answers {
  readonly questions: Questions;
  readonly #asked: readonly Question[];
  readonly #person: Person;
  readonly #known: (Finding | undefined)[];

  constructor(questions: Questions, asked: readonly Question[], person: Person) {
    this.questions = questions;
    this.#asked = asked;
    this.#person = person;
    this.#known = new Array(asked.length);
  }

  to(question: number): Finding {
    return this.#known[question] ?? this.#ask(question);
  }

  #ask(question: number): Finding {
    const finding = this.#asked[question]?.finding(this.#person) ?? 'unknown';
    this.#known[question] = finding;
    return finding;
  }
}
