import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KnownOfNobody } from '../../components/vacancy/KnownOfNobody.tsx';
import { VacancyList } from '../../components/vacancy/VacancyList.tsx';
import { speechOf } from '../../i18n/context.tsx';
import { CHECK_HEADERS } from '../../server/check.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { qualifiedList } from '../../server/qualified-list.server.ts';
import { seekerOf } from '../../server/seeker.server.ts';

export const headers = () => CHECK_HEADERS;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const { pathname, search, searchParams } = new URL(request.url);
  const seeker = await seekerOf({ request, context });
  return data(
    seeker
      ? { known: await qualifiedList(seeker, { context, speech, params: searchParams }), here: '' }
      : { known: null, here: `${pathname}${search}` },
    { headers: CHECK_HEADERS },
  );
}

export const meta = unlistedAs('qualify.title');

/** The vacancies that somebody qualifies for, by a profile or by a check; where nothing is known of her, the way to either. */
export default function QualifiedVacanciesPage() {
  const { known, here } = useLoaderData<typeof loader>();
  return known ? <VacancyList {...known} /> : <KnownOfNobody here={here} />;
}
