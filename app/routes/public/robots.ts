import type { LoaderFunctionArgs } from '@remix-run/node';

export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(`User-agent: *\nDisallow: /api/\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
