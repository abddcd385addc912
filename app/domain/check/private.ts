import { type Pathway, type PersonCriterion, walkCriteria } from '../documents/index.ts';
import { type ProfileQuestion, turnOfPart } from './question.ts';

/**
 * Beginnings of words that make a declaration private. Ids are arbitrary, so both the id and the English label are read, and rather too
 * much is taken to be private than too little: what is private is asked last and never stands in an address.
 */
const STEMS = [
  ...[
    'health(?! insurance)',
    'medic(?!al insurance)',
    'illness',
    'disease',
    'disab',
    'hiv\\b',
    'tb\\b',
    'tubercul',
    'pregnan',
    'vaccin',
    'mental',
  ],
  ...['record', 'crim', 'prison', 'jail', 'sentence', 'convict', 'offence', 'offense', 'arrest', 'police', 'bann?ed'],
  ...['remov', 'deport', 'expel', 'expul', 'ordered to leave', 'departure order', 'overstay'],
  ...[
    'refugee',
    'asylum',
    'displac',
    'unhcr',
    'stateless',
    'persecut',
    'protect',
    'of concern',
    'referral',
    'disaster',
  ],
  ...['crisis', 'war\\b', 'violen', 'abus', 'traffick', 'tortur', 'victim', 'exploit', 'forced', 'coerc'],
  ...['recruitment fee', 'deposit', 'penalt', 'religio', 'trade union', 'sexual', 'gender'],
];
const PRIVATE = new RegExp(`\\b(?:${STEMS.join('|')})`, 'i');

/** Whether an id or a label speaks of health, a record, displacement, violence or the like. */
export const speaksOfPrivateMatters = (words: string): boolean => PRIVATE.test(words.replaceAll('-', ' '));

const privateIn = new WeakMap<Pathway, readonly string[]>();

function isPrivateLabel(criterion: PersonCriterion): criterion is Extract<PersonCriterion, { fact: 'declared' }> {
  return criterion.fact === 'declared' && criterion.label !== undefined && speaksOfPrivateMatters(criterion.label.en);
}

/** What a pathway asks to be declared under a label that makes it private; read once for each version. */
function labelledPrivate(pathway: Pathway): readonly string[] {
  const known = privateIn.get(pathway);
  if (known !== undefined) return known;
  const found = [...walkCriteria(pathway.eligibility)].flatMap(({ criterion }) =>
    isPrivateLabel(criterion) ? [criterion.of] : [],
  );
  privateIn.set(pathway, found);
  return found;
}

/** Whether what is declared under an id is private. */
export type IsPrivate = (of: string) => boolean;

/** Tells private declarations from others, as the published pathways word them. */
export function privateDeclarations(pathways: readonly Pathway[]): IsPrivate {
  const labelled = new Set(pathways.flatMap(labelledPrivate));
  return (of) => labelled.has(of) || speaksOfPrivateMatters(of);
}

/** Whether the answer to a question may only be kept in a server's session. */
export const isPrivateQuestion = (question: ProfileQuestion, isPrivate: IsPrivate): boolean =>
  question.part === 'declared' ? isPrivate(question.of) : turnOfPart(question.part) === 'last';
