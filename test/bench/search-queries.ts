import type { PathwayQuery } from '../../search/engine.ts';
import { emptyQuery } from '../../search/pathway/query.ts';

/** What readers ask, by kind: the words differ from run to run, so that no answer is only a remembered one. */
const KINDS: Record<string, readonly Partial<PathwayQuery>[]> = {
  'no words': [{}, { page: 2 }, { sort: 'updated' }, { sort: 'places' }],
  'one filter': [
    { filters: { destination: ['DE'] } },
    { filters: { origin: ['PH'] } },
    { filters: { occupation: ['2221'] } },
  ],
  'four filters': [{ filters: { origin: ['IN'], sector: ['Q', 'F'], status: ['open'], settlement: ['yes', 'no'] } }],
  'one rare word': [{ q: 'variant1234 ' }, { q: 'variant77 ' }],
  'one common word': [{ q: 'work' }, { q: 'nurse' }, { q: 'seasonal' }, { q: 'ممرضة' }],
  'two words': [{ q: 'nurses germany' }, { q: 'seasonal farm' }, { q: 'trabajo agrícola' }],
  'a beginning': [{ q: 'constr' }, { q: 'germ' }, { q: 'agric' }],
  'a typing error': [{ q: 'constuction ' }, { q: 'germny' }, { q: 'infirmire' }],
  'words and filters': [
    { q: 'nurse', filters: { origin: ['PH'], destination: ['DE'] } },
    { q: 'farm', filters: { sector: ['A'] } },
  ],
};

export const QUERY_KINDS: readonly { kind: string; queries: readonly PathwayQuery[] }[] = Object.entries(KINDS).map(
  ([kind, queries]) => ({ kind, queries: queries.map((query) => ({ ...emptyQuery('en'), ...query })) }),
);
