import {
  DEFAULT_OCCUPATIONS,
  LONGEST_OCCUPATION_Q,
  MOST_OCCUPATIONS,
  searchOccupations,
} from '../../../db/queries/occupation.ts';
import { isLanguage } from '../../domain/documents/index.ts';
import { apiCall, badQuery, json, readCount, readOne } from '../../server/api.server.ts';

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const q = readOne(
    params,
    'q',
    (text) => text.length <= LONGEST_OCCUPATION_Q,
    `at most ${LONGEST_OCCUPATION_Q} characters`,
  );
  const language = readOne(params, 'language', isLanguage, 'a BCP 47 language tag');
  const limit = readCount(params, 'limit', { least: 1, most: MOST_OCCUPATIONS, absent: DEFAULT_OCCUPATIONS });
  const bad = [...q.bad, ...language.bad, ...limit.bad];
  if (bad.length > 0) return badQuery(bad);
  const hits = await searchOccupations(context.db, {
    q: q.value ?? '',
    limit: limit.value,
    ...(language.value && { language: language.value }),
  });
  return json(request, { hits });
});
