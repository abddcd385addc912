import { Id } from '../documents/ids.ts';
import type { Profile } from '../documents/index.ts';
import type { PathwayCriterion } from '../eligibility/evaluate.ts';
import { personFacts } from '../rule/facts.ts';

/** The parts of a profile that rules read: a fact that reads another one does not compile until there is a question for it. */
export type Part = (typeof personFacts)[keyof typeof personFacts]['subject'];
export type FixedPart = Exclude<Part, 'declared'>;

/**
 * When a question has its turn: `first` those that everybody can answer and that most rules turn on; `last` those about health, record
 * and displacement, which nobody is asked as long as something else could settle the matter.
 */
type Turn = 'first' | 'second' | 'last';

/** The question for each part: what its page is called, and when its turn comes. Equals are asked in this order. */
export const QUESTIONS = {
  nationalities: { id: 'nationality', turn: 'first' },
  birthDate: { id: 'birth-date', turn: 'first' },
  offer: { id: 'offer', turn: 'second' },
  residence: { id: 'residence', turn: 'second' },
  education: { id: 'education', turn: 'second' },
  experience: { id: 'experience', turn: 'second' },
  qualifications: { id: 'qualifications', turn: 'second' },
  languages: { id: 'languages', turn: 'second' },
  tests: { id: 'tests', turn: 'second' },
  sex: { id: 'sex', turn: 'second' },
  dependants: { id: 'dependants', turn: 'second' },
  licences: { id: 'licences', turn: 'second' },
  savings: { id: 'savings', turn: 'second' },
  stays: { id: 'stays', turn: 'second' },
  health: { id: 'health', turn: 'last' },
  criminalRecord: { id: 'criminal-record', turn: 'last' },
  displacement: { id: 'displacement', turn: 'last' },
} as const satisfies Record<FixedPart, { id: string; turn: Turn }>;

/** The parts that are never told but in private. */
export type PrivatePart = { [P in FixedPart]: (typeof QUESTIONS)[P]['turn'] extends 'last' ? P : never }[FixedPart];
/** The parts that may stand in an address. */
export type OpenPart = Exclude<FixedPart, PrivatePart>;

export type FixedId = (typeof QUESTIONS)[FixedPart]['id'];

/** The parts that no rule reads: a profile tells them, the check does not ask. */
type UnreadPart = Exclude<keyof Profile, 'type' | Part>;
const UNREAD = {
  skills: 'skills',
  availableFrom: 'available-from',
} as const satisfies Record<UnreadPart, string>;
/** Every part of a profile that is told on a page of its own. */
export type ToldPart = FixedPart | UnreadPart;

/** A question of the check: about one part of the profile, or about one thing to be declared. */
export type CheckQuestion =
  | { id: FixedId; part: FixedPart }
  | { id: `declared-${string}`; part: 'declared'; of: string };

/** A question about any part of a profile. */
export type ProfileQuestion = CheckQuestion | { id: (typeof UNREAD)[UnreadPart]; part: UnreadPart };

const isFixedPart = (part: string): part is FixedPart => Object.hasOwn(QUESTIONS, part);
const FIXED: readonly { id: FixedId; part: FixedPart }[] = Object.entries(QUESTIONS).flatMap(([part, { id }]) =>
  isFixedPart(part) ? [{ id, part }] : [],
);

const isUnread = (part: string): part is UnreadPart => Object.hasOwn(UNREAD, part);

/** When a part has its turn in the check; undefined of one that it does not ask for. */
export const turnOfPart = (part: ToldPart): Turn | undefined => (isFixedPart(part) ? QUESTIONS[part].turn : undefined);

/** The question for each part, as they are listed; what is declared has many. */
export const PART_QUESTIONS: readonly Exclude<ProfileQuestion, { part: 'declared' }>[] = [
  ...FIXED,
  ...Object.entries(UNREAD).flatMap(([part, id]) => (isUnread(part) ? [{ id, part }] : [])),
];

const byPart = new Map<string, CheckQuestion>(FIXED.map((question) => [question.part, question]));
const byId = new Map<string, CheckQuestion>(FIXED.map((question) => [question.id, question]));

const DECLARED = 'declared-';

/** The question whether something is so that a person can only say or show. */
export const declaration = (of: string): CheckQuestion => ({ id: `${DECLARED}${of}`, part: 'declared', of });

/** The question whose page is called so; undefined of no question. */
export function findQuestion(id: string): CheckQuestion | undefined {
  const of = id.startsWith(DECLARED) ? id.slice(DECLARED.length) : '';
  return Id.safeParse(of).success ? declaration(of) : byId.get(id);
}

/** The same, of those that a profile's pages put. */
export const findProfileQuestion = (id: string): ProfileQuestion | undefined =>
  findQuestion(id) ?? PART_QUESTIONS.find((question) => question.id === id);

/** The question that a criterion is answered by. */
export function questionAbout(criterion: PathwayCriterion): CheckQuestion {
  if (criterion.fact === 'declared') return declaration(criterion.of);
  const part = criterion.fact === 'origin' ? 'nationalities' : personFacts[criterion.fact].subject;
  const question = byPart.get(part);
  if (question === undefined) throw new TypeError(`no question is about ${part}`);
  return question;
}

/** What a profile answers to the question; undefined where it does not. */
export function answerTo(profile: Profile, question: ProfileQuestion) {
  if (question.part !== 'declared') return profile[question.part];
  const { declared = {} } = profile;
  return Object.hasOwn(declared, question.of) ? declared[question.of] : undefined;
}

/** Whether a profile answers the question. */
export const isAnswered = (profile: Profile, question: ProfileQuestion): boolean =>
  answerTo(profile, question) !== undefined;

/** The profile without the answer to a question. */
export function withoutAnswer(profile: Profile, question: ProfileQuestion): Profile {
  const { [question.part]: answer, ...others } = profile;
  if (question.part !== 'declared' || profile.declared === undefined) return others;
  const { [question.of]: _declared, ...declared } = profile.declared;
  return Object.keys(declared).length > 0 ? { ...others, declared } : others;
}

/** Every question that was put or answered: in the order of asking, then as the questions are listed. */
export function toldQuestions(profile: Profile, asked: readonly string[]): readonly CheckQuestion[] {
  const put = asked.flatMap((id) => findQuestion(id) ?? []);
  const declared = Object.keys(profile.declared ?? {}).map(declaration);
  const others = [...FIXED.filter((question) => isAnswered(profile, question)), ...declared];
  return [...put, ...others.filter(({ id }) => !asked.includes(id))];
}
