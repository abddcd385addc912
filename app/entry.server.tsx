import type { EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { respond } from './server/etag.server.ts';
import { opened } from './server/kept.ts';

/** Loaders promise nothing for later; without this the framework keeps each page's data for five seconds in case they had. */
export const streamTimeout = 0;

/** Pages are drawn whole: none runs the framework in a browser, so there is nothing to stream to, and no data to hand over. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const { staticHandlerContext } = context;
  const loaderData = Object.fromEntries(
    Object.entries(staticHandlerContext.loaderData).map(([route, data]) => [route, opened(data)]),
  );
  const drawn = {
    ...context,
    staticHandlerContext: { ...staticHandlerContext, loaderData },
    serverHandoffStream: undefined,
  };
  const html = renderToString(<RemixServer context={drawn} url={request.url} />);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (status >= 400) headers.set('Cache-Control', 'no-store');
  return respond(request, `<!doctype html>${html}`, { status, headers });
}

/** Expected answers (404, 503) are thrown responses; anything else is a bug and is logged with its trace. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted && !isRouteErrorResponse(error))
    context.log.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
};
