import type { MetaFunction } from '@remix-run/node';
import { Prose, type ProseParts } from '../../components/Prose.tsx';
import { PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('accessibility.title'), speech.t('accessibility.lede'));
};

const prose: ProseParts = {
  title: 'accessibility.title',
  lede: 'accessibility.lede',
  parts: [
    { heading: 'accessibility.works.heading', paragraphs: ['accessibility.works.text', 'accessibility.works.phone'] },
    { heading: 'accessibility.limits.heading', paragraphs: ['accessibility.limits.text'] },
    { heading: 'accessibility.tell.heading', paragraphs: ['accessibility.tell.text'] },
  ],
};

export default () => <Prose prose={prose} />;
