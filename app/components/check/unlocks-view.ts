import type { Pathway, Text } from '../../domain/documents/index.ts';
import { type Assumption, assumptionsOf } from '../../domain/eligibility/unlock/assumptions.ts';
import type { Change, ChangeableFact } from '../../domain/eligibility/unlock/change.ts';
import type { Effort } from '../../domain/eligibility/unlock/effort.ts';
import { type ChangeWords, type CodeNames, changeWords } from '../../i18n/change.ts';
import { speechOf } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import type { WhatUnlocks } from '../../use-cases/unlock-pathways.ts';

type Named = { id: string; name: Text };
type Told = { fact: ChangeableFact; words: ChangeWords };

/** What would make a person eligible, as plain data that a page can be given. */
export type UnlocksView = {
  singles: { told: Told; opens: Named[]; vacancies: number; effort: Effort }[];
  sets: { pathway: Named; told: Told[]; effort: Effort }[];
  incomplete: Named[];
  assumptions: (Assumption & { fact: ChangeableFact })[];
};

const named = ({ id, name }: Pathway): Named => ({ id, name });

export function unlocksView({ singles, sets, incomplete }: WhatUnlocks, locale: Locale, names: CodeNames): UnlocksView {
  const told = (change: Change): Told => ({
    fact: change.fact,
    words: changeWords(change, speechOf(locale), names),
  });
  return {
    singles: singles.map(({ change, opens, ...rest }) => ({ ...rest, told: told(change), opens: opens.map(named) })),
    sets: sets.map(({ pathway, changes, effort }) => ({ pathway: named(pathway), told: changes.map(told), effort })),
    incomplete: incomplete.map(named),
    assumptions: assumptionsOf(sets.flatMap(({ changes }) => changes)),
  };
}
