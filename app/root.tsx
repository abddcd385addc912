import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Document } from './components/Document.tsx';
import { Problem } from './components/Problem.tsx';
import { speechOf } from './i18n/context.tsx';
import { DEFAULT_LOCALE, isLocale, type Locale } from './i18n/locale.ts';
import type { MessageId } from './i18n/translate.ts';
import type { loader } from './routes/public/locale.tsx';

const localeOf = (pathname: string): Locale => {
  const [, first] = pathname.split('/');
  return isLocale(first) ? first : DEFAULT_LOCALE;
};

/** What the layout of a language gives its frame; nothing where no page was found. */
const useFrame = () => useRouteLoaderData<typeof loader>('routes/public/locale');

function Page({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const frame = useFrame();
  return (
    <Document
      locale={localeOf(pathname)}
      place={{ pathname, search, origin: frame?.publicUrl ?? '' }}
      head={<Meta />}
      ends={frame?.ends}
    >
      {children}
    </Document>
  );
}

const TITLES: Record<number, MessageId> = {
  404: 'notFound.title',
  405: 'refused.method.title',
  503: 'error.unavailable.title',
};

/** The title of a page that could not be had; every other page states its own. */
export const meta: MetaFunction = ({ error, location }) => {
  const { t } = speechOf(localeOf(location.pathname));
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title = t(TITLES[status] ?? 'error.title');
  return [{ title: error ? `${title} – ${t('shell.name')}` : t('shell.name') }];
};

export default function App() {
  return (
    <Page>
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  return (
    <Page>
      <Problem error={useRouteError()} />
    </Page>
  );
}
