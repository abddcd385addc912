import type { MetaFunction } from '@remix-run/node';
import { Prose, type ProseParts } from '../../components/Prose.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export const headers = () => PAGE_HEADERS;

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
  const { t } = useSpeech();
  return (
    <Prose prose={prose}>
      <p className="gap-2">
        <a className="btn" href={ELSEWHERE} rel="noreferrer">
          {t('contact.leave')}
        </a>
      </p>
    </Prose>
  );
}
