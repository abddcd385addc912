import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPathway } from '../../../db/queries/pathway.ts';
import { ChapterSection } from '../../components/changes/ChapterSection.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { localeOf, notFound, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { historyOf } from '../../use-cases/publishing/document-history.ts';

/** A document that changes every week fills a page in half a year. */
const PER_PAGE = 25;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  localeOf(params);
  const id = params['id'] ?? '';
  const found = await findPathway(context.db, id, context.today());
  if (!found) throw notFound('pathway', id);
  const asked = /^[1-9]\d{0,8}$/.exec(new URL(request.url).searchParams.get('before') ?? '');
  const before = asked ? Number(asked[0]) : undefined;
  const history = await historyOf(context.db, 'pathway', id, { before, limit: PER_PAGE });
  return data({ id, name: found.document.name, ...history }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  return loaded
    ? titled(speech, speech.t('changes.of', { name: speech.plain(loaded.name) }), speech.t('changes.lede'))
    : [];
};

/** What each version of a pathway changed, when, and which office published it. */
export default function PathwayChangesPage() {
  const { id, name, chapters, more } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  const path = `/${locale}/pathways/${id}`;
  return (
    <main id="main" className="wrap page">
      <Crumb href={path}>
        <Say text={name} quiet />
      </Crumb>
      <div className="stack head">
        <h1>{t('changes.title')}</h1>
        <p className="lede">{t('changes.lede')}</p>
      </div>
      {chapters.map((chapter) => (
        <ChapterSection chapter={chapter} of="version" key={chapter.version} />
      ))}
      {more && (
        <p className="gap-2">
          <a href={`${path}/changes?before=${chapters.at(-1)?.version}`}>{t('changes.earlier')}</a>
        </p>
      )}
    </main>
  );
}
