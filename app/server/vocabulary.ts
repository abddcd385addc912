import type { Labels } from '../../db/queries/reference.ts';
import type { Vocabulary } from '../components/origin/Steps.tsx';
import type { Procedure } from '../domain/documents/index.ts';
import type { Locale } from '../i18n/locale.ts';

/** The words a page needs for the codes of its procedures: papers, and what offices do. */
export type Words = { paper: Record<string, string>; role: Record<string, string> };

export function vocabularyOf(procedures: readonly Procedure[], labels: Labels, locale: Locale): Words {
  const papers = procedures.flatMap(({ steps }) =>
    steps.flatMap(({ needs = [], issues = [] }) => [...needs, ...issues]),
  );
  const roles = procedures.flatMap(({ agencies }) => agencies.map(({ role }) => role));
  const say = (area: 'paper' | 'role', codes: readonly string[]) =>
    Object.fromEntries(codes.map((code) => [code, labels.word(area, code, locale)]));
  return { paper: say('paper', papers), role: say('role', roles) };
}

export const useVocabulary =
  (words: Words): Vocabulary =>
  (area, code) =>
    (area === 'tranche' ? undefined : words[area][code]) ?? code;
