import type { LoaderFunctionArgs } from '@remix-run/node';
import { listPathwayIds } from '../../../db/queries/pathway.ts';
import { listOrigins } from '../../../db/queries/procedure.ts';
import { listNewestOpen } from '../../../search/vacancy/newest.ts';
import { LOCALES } from '../../i18n/locale.ts';

/** The most addresses a sitemap may hold (sitemaps.org). */
const MOST = 50_000;

const FIXED = [
  '',
  '/pathways',
  '/vacancies',
  '/check',
  '/origins',
  '/destinations',
  '/occupations',
  '/about/data',
  '/privacy',
  '/accessibility',
  '/contact',
];

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One page in all its languages, each naming the others. */
function entries(publicUrl: string, path: string): string {
  const address = (locale: string) => escaped(`${publicUrl}/${locale}${path}`);
  const alternates = Object.keys(LOCALES).map(
    (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`,
  );
  return Object.keys(LOCALES)
    .map((locale) => `<url><loc>${address(locale)}</loc>${alternates.join('')}</url>`)
    .join('\n');
}

export async function loader({ context }: LoaderFunctionArgs) {
  const room = MOST / Object.keys(LOCALES).length;
  const [pathways, origins, vacancies] = await Promise.all([
    listPathwayIds(context.db),
    listOrigins(context.db, context.today()),
    listNewestOpen(context.db, context.today(), room),
  ]);
  const paths = [
    ...FIXED,
    ...pathways.map((id) => `/pathways/${id}`),
    ...origins.map((country) => `/origins/${country}`),
    ...vacancies.map((id) => `/vacancies/${id}`), // last, for they may be more than there is room for
  ];
  const pages = paths.slice(0, room).map((path) => entries(context.publicUrl, path));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.join('\n')}\n</urlset>\n`;
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
