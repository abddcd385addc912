import type { Highlight, PathwayHit } from '../../../search/engine.ts';
import type { ShownPathway } from '../../../search/pathway/document.ts';
import type { Money, Text } from '../../domain/documents/index.ts';
import type { Speech } from '../../i18n/context.tsx';

/** Words in one language, cut where a search matched them. */
export type MarkedWords = Omit<Highlight, 'field'>;

/** What a row of the list says of a pathway, in its reader's language alone: other languages would only be carried about. */
export type ListedPathway = Pick<
  ShownPathway,
  | 'id'
  | 'destination'
  | 'kind'
  | 'status'
  | 'stay'
  | 'commitment'
  | 'reentry'
  | 'workerPays'
  | 'wageFloor'
  | 'placesLeft'
> & {
  name: MarkedWords;
  summary: MarkedWords;
  /** The worker's first undertaking about the way back. */
  undertaking?: MarkedWords;
  /** How many costs the worker bears. */
  workerCosts: number;
  /** The one cost, where there is no other. */
  onlyCost?: { label: string; money?: Money };
};

const unmarked = (text: Text, { say }: Speech): MarkedWords => {
  const { text: words, language } = say(text);
  return { language, pieces: [{ text: words, match: false }] };
};

/** A pathway as it is listed; `highlights` are where a search matched it. */
export function listed(
  { document, highlights }: { document: Omit<ShownPathway, 'updated'>; highlights: PathwayHit['highlights'] },
  speech: Speech,
): ListedPathway {
  const { id, destination, kind, status, stay, commitment, reentry, workerPays, wageFloor, placesLeft } = document;
  const marked = (field: Highlight['field']): MarkedWords => {
    const found = highlights.find((one) => one.field === field);
    return found ? { language: found.language, pieces: found.pieces } : unmarked(document[field], speech);
  };
  const [first] = document.backLine;
  const [only, ...others] = document.workerCosts;
  return {
    ...{ id, destination, kind, status, stay, commitment, workerPays, placesLeft },
    ...(reentry && { reentry }),
    ...(wageFloor && { wageFloor }),
    name: marked('name'),
    summary: marked('summary'),
    ...(first && { undertaking: unmarked(first.label, speech) }),
    workerCosts: document.workerCosts.length,
    ...(only &&
      others.length === 0 && {
        onlyCost: { label: speech.plain(only.label), ...(only.money && { money: only.money }) },
      }),
  };
}
