import { Partnership, PublishedPartnership } from '../../domain/partnership/partnership.ts';
import type { Call } from './call.ts';
import { count, inPath, query } from './parameters.ts';
import { integer, list, object, reference, type Schema, schemaOf, text } from './schema.ts';

/** What answers about partnerships are made of. */
export const PARTNERSHIP_ANSWERS: Record<string, Schema> = { PublishedPartnership: schemaOf(PublishedPartnership) };

/** What can be asked of training before the journey, and published of it. */
export const PARTNERSHIP_CALLS: Record<string, Call | readonly Call[]> = {
  '/partnerships': [
    {
      summary:
        'Training in states of origin under pathways, with the seats left on the away track and on the home track; the one that begins last first.',
      parameters: [
        query('pathway', text, 'Under this pathway.'),
        query('page', count(undefined, 1), 'The page, from 1.'),
        query('perPage', count(100, 50), 'How many a page holds.'),
      ],
      answer: object({
        ...{ page: integer, perPage: integer },
        ...{ hits: list(reference('PublishedPartnership')), asOf: reference('Date') },
      }),
    },
    {
      summary:
        'Publish training under a pathway of the kind skills-partnership or training; under the same id, what has become of it. For the ministry of the state where its provider is, and for that of the state where the pathway leads.',
      does: 'record',
      body: schemaOf(Partnership),
      answer: reference('PublishedPartnership'),
    },
  ],
  '/partnerships/{id}': {
    summary: 'Training as published, with its stage and the seats left on each track.',
    parameters: [inPath('id', 'The partnership’s id.')],
    answer: reference('PublishedPartnership'),
  },
};
