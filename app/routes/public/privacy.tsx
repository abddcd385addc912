import type { MetaFunction } from '@remix-run/node';
import { Prose, type ProseParts } from '../../components/Prose.tsx';
import { PAGE_HEADERS } from '../../server/loader.ts';
import { speechFor, titled } from '../../server/page-meta.ts';

export const headers = () => PAGE_HEADERS;

export const meta: MetaFunction = ({ params }) => {
  const speech = speechFor(params);
  return titled(speech, speech.t('privacy.title'), speech.t('privacy.lede'));
};

const prose: ProseParts = {
  title: 'privacy.title',
  lede: 'privacy.lede',
  parts: [
    { heading: 'privacy.collect.heading', paragraphs: ['privacy.collect.text', 'privacy.collect.address'] },
    {
      heading: 'privacy.check.heading',
      paragraphs: ['privacy.check.text', 'privacy.check.private', 'privacy.check.saved'],
    },
    {
      heading: 'privacy.account.heading',
      paragraphs: ['privacy.account.text', 'privacy.account.looks', 'privacy.account.audit'],
    },
    { heading: 'privacy.cookies.heading', paragraphs: ['privacy.cookies.text'] },
    { heading: 'privacy.logs.heading', paragraphs: ['privacy.logs.text'] },
  ],
};

export default () => <Prose prose={prose} />;
