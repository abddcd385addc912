import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { VacancyList } from '../../components/vacancy/VacancyList.tsx';
import { speechOf } from '../../i18n/context.tsx';
import { localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { vacancyList } from '../../server/vacancy-list.server.ts';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const { list } = await vacancyList({ context, speech, params: new URL(request.url).searchParams });
  return data(list, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded?.search.q ? speech.t('vacancies.titleFor', { q: loaded.search.q }) : speech.t('vacancies.title');
  return [
    ...titled(speech, title, speech.t('vacancies.description')),
    ...(loaded && loaded.search.page > 1 ? [{ name: 'robots', content: 'noindex,follow' }] : []),
  ];
};

export default function VacanciesPage() {
  return <VacancyList list={useLoaderData<typeof loader>()} />;
}
