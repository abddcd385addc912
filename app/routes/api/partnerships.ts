import { listPartnerships } from '../../../db/queries/partnership.ts';
import { MOST_PER_PAGE } from '../../../search/address.ts';
import { MISFITS } from '../../domain/partnership/fit-pathway.ts';
import { Partnership } from '../../domain/partnership/partnership.ts';
import { apiCall, badQuery, json, personalJson, problem, readCount, readOne } from '../../server/api.server.ts';
import { badBody, readBody } from '../../server/body.server.ts';
import { publishPartnership } from '../../use-cases/partnership/publish-partnership.ts';

/** As many as a page holds unless it is said. */
const PER_PAGE = 50;

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const pathway = readOne(params, 'pathway', (text) => text.length <= 200, 'the id of a pathway');
  const page = readCount(params, 'page', { least: 1, most: 1e9, absent: 1 });
  const perPage = readCount(params, 'perPage', { least: 1, most: MOST_PER_PAGE, absent: PER_PAGE });
  const bad = [pathway, page, perPage].flatMap((one) => one.bad);
  if (bad.length > 0) return badQuery(bad);
  const hits = await listPartnerships(
    context.db,
    { pathway: pathway.value },
    { limit: perPage.value, offset: (page.value - 1) * perPage.value },
  );
  return json(request, { page: page.value, perPage: perPage.value, hits, asOf: context.today() });
});

/** Publishes one, or what has become of it; a misfit is named by the place that has to change. */
export const action = apiCall(async ({ request, context }) => {
  const read = await readBody(request, Partnership);
  if (!read.ok) return read.response;
  const published = await publishPartnership(context.database, context.who, read.body, context.today());
  if (published.ok) return personalJson(published.partnership, published.created ? 201 : 200);
  const { path, says: message } = MISFITS[published.misfit];
  if (published.misfit !== 'foreign' && published.misfit !== 'of-another') return badBody([{ path, message }]);
  const detail = 'The partnership is not for this token to publish. Nothing was written.';
  return problem({ status: 403, title: 'Forbidden', detail, errors: [{ path, message }] });
});
