import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Document } from './components/Document.tsx';
import { Problem } from './components/Problem.tsx';
import { speechOf } from './i18n/context.tsx';
import { DEFAULT_LOCALE, isLocale, type Locale } from './i18n/locale.ts';
import type { MessageId } from './i18n/translate.ts';

const localeOf = (pathname: string): Locale => {
  const [, first] = pathname.split('/');
  return isLocale(first) ? first : DEFAULT_LOCALE;
};

const useOrigin = (): string => {
  const [, locale] = useMatches();
  const data = locale?.data;
  return data && typeof data === 'object' && 'publicUrl' in data ? String(data.publicUrl) : '';
};

function Page({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const origin = useOrigin();
  return (
    <Document locale={localeOf(pathname)} place={{ pathname, search, origin }} head={<Meta />}>
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
