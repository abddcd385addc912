import { type AppLoadContext, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AboutVacancy, type ReportedVacancy } from '../../components/contact/AboutVacancy.tsx';
import { Prose, type ProseParts } from '../../components/Prose.tsx';
import { Id } from '../../domain/documents/ids.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';
import { readVacancy } from '../../use-cases/read-vacancy.ts';

export const headers = () => PAGE_HEADERS;

/** The vacancy that an address names: `?about=` its id. */
async function reported({ db, today }: AppLoadContext, id: string): Promise<ReportedVacancy | null> {
  if (id === '') return null;
  const found = Id.safeParse(id).success && (await readVacancy(db, id, today(), 'EUR'));
  if (!found) return { known: false, id };
  const { shown, pathway } = found;
  return {
    ...{ known: true, id, title: shown.posting.vacancy.title, complaints: pathway.complaints ?? null },
    employer: shown.employer.name ?? shown.employer.id,
  };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const about = await reported(context, new URL(request.url).searchParams.get('about')?.trim() ?? '');
  return data({ about }, { headers: PAGE_HEADERS });
}

export const meta: MetaFunction = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('contact.title'), speech.t('contact.lede'));
};

const prose: ProseParts = {
  title: 'contact.title',
  lede: 'contact.lede',
  parts: [
    {
      heading: 'contact.money.heading',
      paragraphs: ['contact.money.text', 'contact.money.where'],
      links: [
        ['/pathways', 'contact.offices.pathways'],
        ['/origins', 'contact.offices.origins'],
      ],
    },
    { heading: 'contact.wrong.heading', paragraphs: ['contact.wrong.text'] },
    { heading: 'contact.danger.heading', paragraphs: ['contact.danger.text'] },
  ],
};

/** A page that anybody may have open: it says nothing to who looks over a shoulder. */
const ELSEWHERE = 'https://www.wikipedia.org/';

export default function ContactPage() {
  const { about } = useLoaderData<typeof loader>();
  const { t } = useSpeech();
  return (
    <Prose prose={prose} about={about && <AboutVacancy about={about} />}>
      <p className="gap-2">
        <a className="btn" href={ELSEWHERE} rel="noreferrer">
          {t('contact.leave')}
        </a>
      </p>
    </Prose>
  );
}
