import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import type { Meilisearch } from 'meilisearch';
import { SearchUnavailable } from './engine.ts';

/** Meilisearch ends what is idle for five seconds: a connection is given up before, and none ends under a search. */
const IDLE_MS = 4_000;
const kept = { keepAlive: true, timeout: IDLE_MS };
const BY_PROTOCOL: Record<string, { ask: typeof http.request; agent: http.Agent } | undefined> = {
  'http:': { ask: http.request, agent: new http.Agent(kept) },
  'https:': { ask: https.request, agent: new https.Agent(kept) },
};

/**
 * What Meilisearch answers to a search, past its client's `fetch`, which adds a fifth to the time of each. Uncompressed as the
 * client's answers are. Throws where it answers with anything but 200 and JSON.
 */
export async function ask(
  { config }: Pick<Meilisearch, 'config'>,
  path: string,
  question: object,
  signal: AbortSignal,
): Promise<unknown> {
  const url = new URL(path, config.host.endsWith('/') ? config.host : `${config.host}/`);
  const way = BY_PROTOCOL[url.protocol];
  if (!way) throw new Error(`no way to ${url.protocol}`);
  const body = JSON.stringify(question);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(config.apiKey !== undefined && { authorization: `Bearer ${config.apiKey}` }),
  };
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    way.ask(url, { method: 'POST', agent: way.agent, headers, signal }, resolve).on('error', reject).end(body);
  });
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${answer.slice(0, 200)}`);
  return JSON.parse(answer);
}

/** With the fallback's own time, an answer comes within a second. */
const TIMEOUT_MS = 700;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Runs a request with the engine's own time-out; whatever goes wrong is an engine that does not answer, but for the asker's own change of mind. */
export async function within<T>(
  asked: AbortSignal | undefined,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await request(asked ? AbortSignal.any([asked, own]) : own);
  } catch (cause) {
    asked?.throwIfAborted();
    throw new SearchUnavailable(`Meilisearch does not answer: ${messageOf(cause)}`, { cause });
  }
}
