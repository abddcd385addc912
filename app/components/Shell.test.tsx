import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SpeechProvider, speechOf } from '../i18n/context.tsx';
import { Shell } from './Shell.tsx';

const currentOn = (pathname: string) =>
  renderToStaticMarkup(
    <SpeechProvider value={speechOf('en')}>
      <Shell pathname={pathname} search="">
        page
      </Shell>
    </SpeechProvider>,
  )
    .match(/<nav.*<\/nav>/)?.[0]
    .match(/href="[^"]*" aria-current="[^"]*"/g) ?? [];

it.each([
  ['/en/vacancies', ['href="/en/vacancies" aria-current="page"']],
  ['/en/vacancies/v-1', ['href="/en/vacancies" aria-current="true"']],
  ['/en/account/profile', ['href="/en/account" aria-current="true"']],
  ['/en/employer', ['href="/en/account" aria-current="true"']],
  ['/en/ministry/quotas/kr-e9', ['href="/en/account" aria-current="true"']],
  ['/en/administration/offices', ['href="/en/account" aria-current="true"']],
  ['/en', []],
  ['/en/privacy', []],
])('on %s the menu marks %j', (pathname, marked) => {
  expect(currentOn(pathname)).toEqual(marked);
});
