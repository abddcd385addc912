import type { Meilisearch } from 'meilisearch';
import type { SearchIndex } from './copy.ts';
import { pathwayCopy } from './pathway/copy.ts';
import { vacancyCopy } from './vacancy/copy.ts';

/** The indexes of one installation in one Meilisearch. */
export type Indexes = { pathways: SearchIndex; vacancies: SearchIndex };

/** Those whose names begin with `base`. */
export const indexesNamed = (base: string, client: Meilisearch): Indexes => ({
  pathways: { client, uid: `${base}-${pathwayCopy.name}`, copy: pathwayCopy },
  vacancies: { client, uid: `${base}-${vacancyCopy.name}`, copy: vacancyCopy },
});

export const eachOf = (indexes: Indexes): readonly SearchIndex[] => Object.values(indexes);
