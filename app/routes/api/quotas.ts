import { type Days, listQuotas } from '../../../db/queries/quota.ts';
import { MOST_PER_PAGE } from '../../../search/address.ts';
import { isCalendarDate } from '../../domain/documents/index.ts';
import { apiCall, badQuery, json, readCount, readOne } from '../../server/api.server.ts';

/** As many as a page holds unless it is said. */
const PER_PAGE = 50;

/** The days of a year, of a month, or the one day. */
function daysOf(period: string): Days | undefined {
  const from = `${period}-01-01`.slice(0, 10);
  const to = [`${period}-12-31`, `${period}-31`, `${period}-30`, `${period}-29`, `${period}-28`, period].find(
    isCalendarDate,
  );
  return isCalendarDate(from) && to !== undefined ? { from, to } : undefined;
}

const isPeriod = (text: string) => /^\d{4}(-\d\d){0,2}$/.test(text) && daysOf(text) !== undefined;

export const loader = apiCall(async ({ request, context }) => {
  const params = new URL(request.url).searchParams;
  const pathway = readOne(params, 'pathway', (text) => text.length <= 200, 'the id of a pathway');
  const state = readOne(params, 'state', (text) => /^[A-Z]{2}$/.test(text), 'an ISO 3166-1 alpha-2 country code');
  const period = readOne(params, 'period', isPeriod, 'a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD');
  const page = readCount(params, 'page', { least: 1, most: 1e9, absent: 1 });
  const perPage = readCount(params, 'perPage', { least: 1, most: MOST_PER_PAGE, absent: PER_PAGE });
  const bad = [pathway, state, period, page, perPage].flatMap((one) => one.bad);
  if (bad.length > 0) return badQuery(bad);
  const { total, hits } = await listQuotas(
    context.db,
    { pathway: pathway.value, destination: state.value, between: period.value ? daysOf(period.value) : undefined },
    { page: page.value, perPage: perPage.value },
  );
  return json(request, { total, page: page.value, perPage: perPage.value, hits, asOf: context.today() });
});
