import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'express';
import { directionOf, isLocale, type Locale, preferredLocale } from '../i18n/locale.ts';
import { type MessageId, translate } from '../i18n/translate.ts';
import { problemDocument } from './api.server.ts';

type Words = { status: number; title: string; detail: string; page: readonly [title: MessageId, text: MessageId] };

/** What is refused before or outside the framework: in English to programs, in the reader's language to people. */
const REFUSALS = {
  address: {
    status: 400,
    title: 'Bad Request',
    detail: 'The address is not well-formed.',
    page: ['refused.address.title', 'refused.address.text'],
  },
  missing: {
    status: 404,
    title: 'Not Found',
    detail: 'There is nothing at this address.',
    page: ['notFound.title', 'notFound.page'],
  },
  method: {
    status: 405,
    title: 'Method Not Allowed',
    detail: 'This address does not take that method; see Allow.',
    page: ['refused.method.title', 'refused.method.text'],
  },
  large: {
    status: 413,
    title: 'Content Too Large',
    detail: 'A request may hold at most 1 MiB.',
    page: ['refused.large.title', 'refused.large.text'],
  },
  foreign: {
    status: 403,
    title: 'Forbidden',
    detail: 'A page of another site may not send anything here.',
    page: ['refused.foreign.title', 'refused.foreign.text'],
  },
  token: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The token is not known here, or not any more.',
    page: ['refused.unknown.title', 'refused.unknown.text'],
  },
  unknown: {
    status: 401,
    title: 'Unauthorized',
    detail: 'This call needs a token: Authorization: Bearer TOKEN.',
    page: ['refused.unknown.title', 'refused.unknown.text'],
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    detail: 'The role in which you ask may not do this.',
    page: ['refused.forbidden.title', 'refused.forbidden.text'],
  },
  away: {
    status: 503,
    title: 'Service Unavailable',
    detail: 'The database does not answer. Try again in a few seconds.',
    page: ['error.unavailable.title', 'error.unavailable.text'],
  },
  busy: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'More requests came from this address than one may make; see Retry-After.',
    page: ['refused.busy.title', 'refused.busy.text'],
  },
  broken: {
    status: 500,
    title: 'Internal Server Error',
    detail: 'It is our fault; it has been logged.',
    page: ['error.title', 'error.text'],
  },
} as const satisfies Record<string, Words>;

export type Refuse = (
  request: Request,
  response: Response,
  refusal: keyof typeof REFUSALS,
  headers?: Readonly<Record<string, string>>,
) => void;

/** Whether a program asks, and is answered as one. */
export const isApi = ({ path: at }: Request): boolean => /^\/api(\/|$)/.test(at);

/** The language of a path, else the one that its reader prefers. */
export function localeOf(request: Request): Locale {
  const [, first] = request.path.split('/');
  return isLocale(first) ? first : preferredLocale(request.get('Accept-Language') ?? null);
}

/** A page that needs nothing but the style sheet: no database, no framework. */
function page(locale: Locale, [title, text]: Words['page'], stylesheet: string | undefined): string {
  const t = (id: MessageId) => translate(locale, id);
  return [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${t(title)} – ${t('shell.name')}</title>`,
    stylesheet === undefined ? '' : `<link rel="stylesheet" href="/assets/${stylesheet}">`,
    `</head><body><main id="main" class="wrap page stack"><h1>${t(title)}</h1><p class="lede">${t(text)}</p>`,
    `<p><a href="/${locale}">${t('error.home')}</a></p></main></body></html>`,
  ].join('');
}

/** The name of the built style sheet. */
export function findStylesheet(clientFolder: string): string | undefined {
  return readdirSync(path.join(clientFolder, 'assets')).find((file) => /^styles-.*\.css$/.test(file));
}

/** Answers a refusal as a problem document under /api, as a page elsewhere. */
export function refuser(stylesheet: string | undefined): Refuse {
  return (request, response, refusal, headers = {}) => {
    const { page: words, ...problem } = REFUSALS[refusal];
    response.status(problem.status).set({ 'Cache-Control': 'no-store', ...headers });
    if (isApi(request)) response.type('application/problem+json').send(problemDocument(problem));
    else response.type('html').send(page(localeOf(request), words, stylesheet));
  };
}
