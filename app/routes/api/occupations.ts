import * as z from 'zod';
import { searchOccupations } from '../../../db/queries/occupation.ts';
import { isLanguage } from '../../domain/documents/index.ts';
import { apiCall, badQuery, json, readOnly } from '../../server/api.server.ts';

const Limit = z.coerce.number().int().min(1).max(100);
const ABSENT_LIMIT = 10;

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const q = params.get('q')?.trim() ?? '';
  const language = params.get('language')?.trim() || undefined;
  const limit = params.get('limit')?.trim() || undefined;
  const bad = [
    ...(q.length > 200 ? [{ key: 'q', value: q, expected: 'at most 200 characters' }] : []),
    ...(language !== undefined && !isLanguage(language)
      ? [{ key: 'language', value: language, expected: 'a BCP 47 language tag' }]
      : []),
    ...(limit !== undefined && !(/^\d+$/.test(limit) && Limit.safeParse(limit).success)
      ? [{ key: 'limit', value: limit, expected: 'a whole number from 1 to 100' }]
      : []),
  ];
  if (bad.length > 0) return badQuery(bad);
  const hits = await searchOccupations(context.db, {
    q,
    limit: limit === undefined ? ABSENT_LIMIT : Number(limit),
    ...(language && { language }),
  });
  return json(request, { hits });
});

export const action = readOnly;
