import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listProceduresOf } from '../../../db/queries/procedure.ts';
import { ChapterSection } from '../../components/changes/ChapterSection.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { countryOf, localeOf, PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { historyOf } from '../../use-cases/publishing/document-history.ts';

/** Of each procedure; a state has one or a few, which change seldom. */
const MOST = 100;

export async function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const country = countryOf(params['country']);
  const editions = await listProceduresOf(context.db, country, context.today());
  const procedures = await Promise.all(
    editions.map(async ({ document: { id, name } }) => ({
      ...{ id, name },
      ...(await historyOf(context.db, 'procedure', id, { before: undefined, limit: MOST })),
    })),
  );
  return data({ country, procedures }, { headers: PAGE_HEADERS });
}

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  if (!loaded) return [];
  const name = speech.t('origin.title', { country: speech.f.country(loaded.country) });
  return titled(speech, speech.t('changes.of', { name }), speech.t('changes.lede'));
};

/** What each version of a state's departure procedures changed, when, and which office published it. */
export default function ProcedureChangesPage() {
  const { country, procedures } = useLoaderData<typeof loader>();
  const { t, f, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/origins/${country}`}>{t('origin.title', { country: f.country(country) })}</Crumb>
      <div className="stack head">
        <h1>{t('changes.title')}</h1>
        <p className="lede">{t('changes.lede')}</p>
        {procedures.length === 0 && <p>{t('origin.steps.none', { country: f.country(country) })}</p>}
      </div>
      {procedures.map(({ id, name, chapters }) => (
        <div id={id} key={id}>
          <p className="lede gap-2">
            <b>
              <Say text={name} />
            </b>
          </p>
          {chapters.map((chapter) => (
            <ChapterSection chapter={chapter} of={id} key={chapter.version} />
          ))}
        </div>
      ))}
    </main>
  );
}
