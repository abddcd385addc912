import type { MetaFunction } from '@remix-run/node';
import { Prose, type ProseParts } from '../../components/Prose.tsx';
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
    { heading: 'contact.money.heading', paragraphs: ['contact.money.text', 'contact.money.where'] },
    { heading: 'contact.wrong.heading', paragraphs: ['contact.wrong.text'] },
    { heading: 'contact.danger.heading', paragraphs: ['contact.danger.text'] },
  ],
};

export default () => <Prose prose={prose} />;
