import type { LoaderFunctionArgs } from '@remix-run/node';
import { positionOpening } from '../../domain/vacancy/position-opening.ts';
import { isLocale } from '../../i18n/locale.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { shownTitle } from '../../server/shown-title.ts';
import { readVacancy } from '../../use-cases/read-vacancy.ts';

/** A vacancy for other job systems, as HR Open Standards have it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { id = '' } = params;
  const found = await readVacancy(context.db, id, context.today(), 'EUR');
  if (!found) throw notFound('vacancy', id);
  const { shown, pathway, ended } = found;
  const { id: employer, name } = shown.employer;
  const xml = positionOpening({
    vacancy: { ...shown.posting.vacancy, title: shownTitle(shown.posting, context) },
    employer: { id: employer, name: name ?? employer },
    pathway: { ...pathway, commitment: pathway.return.commitment },
    since: shown.posting.since.toISOString().slice(0, 10),
    open: ended === null,
    placesLeft: shown.placesLeft,
    url: (language) => `${context.publicUrl}/${isLocale(language) ? language : locale}/vacancies/${id}`,
  });
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}
