import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { toSearchDocument } from '../../search/pathway/document.ts';
import { aPathway } from './documents.ts';

/** How a server meets a request whose body it has read. */
export type Behaviour = (asked: IncomingMessage, answer: ServerResponse, body: Buffer) => void;

const says =
  (status: number, type: string, text: string): Behaviour =>
  (_, answer) =>
    void answer.writeHead(status, { 'content-type': type }).end(text);

export const saysJson = (status: number, value: unknown): Behaviour =>
  says(status, 'application/json', JSON.stringify(value));

/** Hands everything on to another server and its answer back. */
export const handsOnTo =
  (address: string): Behaviour =>
  ({ url, method, headers }, answer, body) => {
    const on = request(new URL(url ?? '/', address), { method, headers: { ...headers, connection: 'close' } });
    on.on('response', (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    on.end(body);
  };

const result = (over: object) => ({ hits: [], totalHits: 0, facetDistribution: { facets: {} }, ...over });

/** What a Meilisearch answers to a search in an index that holds nothing. */
export const empty: Behaviour = (_, answer, body) => {
  const { queries = [] }: { queries?: unknown[] } = body.length > 0 ? JSON.parse(body.toString()) : {};
  saysJson(200, { results: queries.map(() => result({})) })(_, answer, body);
};

const HALF = JSON.stringify({ results: [result({})] }).slice(0, 40);

const ofToday = toSearchDocument(aPathway(), { updated: '2026-11-24', today: '2026-11-24' });

export const hang: Behaviour = () => undefined;

/** Every way in which what should be a Meilisearch may not be one. */
export const FAULTS: Record<string, Behaviour> = {
  'accepts and hangs': hang,
  'answers 500': saysJson(500, { message: 'internal', code: 'internal', type: 'internal', link: '' }),
  'answers 500 and nothing else': says(500, 'application/json', ''),
  'answers a page of HTML as if all were well': says(
    200,
    'text/html',
    '<!doctype html><title>Welcome to nginx!</title>',
  ),
  'answers a page of HTML of a gateway': says(502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>'),
  'has no such index': saysJson(404, {
    message: 'Index `x` not found.',
    code: 'index_not_found',
    type: 'invalid_request',
    link: '',
  }),
  'refuses the key': saysJson(403, { message: 'no', code: 'invalid_api_key', type: 'auth', link: '' }),
  'answers null': saysJson(200, null),
  'answers an empty object': saysJson(200, {}),
  'answers another count of results': saysJson(200, { results: [] }),
  'answers a total in letters': saysJson(200, { results: [result({ totalHits: 'many' })] }),
  'answers with documents of someone else': saysJson(200, {
    results: [result({ hits: [{ document: { id: 'film-1', title: 'Carol' } }], totalHits: 1 })],
  }),
  'answers with a document that lacks a part': saysJson(200, {
    results: [result({ hits: [{ document: { ...ofToday, backLine: undefined } }], totalHits: 1 })],
  }),
  'answers without counts': saysJson(200, { results: [result({ facetDistribution: undefined })] }),
  'breaks off in the middle of an answer': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    answer.write(HALF, () => answer.destroy());
  },
  'ends in the middle of an answer': says(200, 'application/json', HALF),
  'answers in a trickle that never ends': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' });
    const drops = setInterval(() => answer.write(' '), 50);
    answer.on('close', () => clearInterval(drops));
  },
  'hangs up': (_, answer) => void answer.destroy(),
  'speaks another protocol': ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
};

export type FlakyServer = {
  url: string;
  turn(to: Behaviour): void;
  /** Closes the door: whoever comes is refused. */
  refuse(): Promise<void>;
  /** Opens it again at the same address. */
  reopen(): Promise<void>;
};

/** A server on a port of its own whose behaviour can be changed; it keeps no process from ending. */
export async function flakyServer(first: Behaviour): Promise<FlakyServer> {
  let behaviour = first;
  const server = createServer(async (asked, answer) => {
    answer.on('error', () => undefined);
    behaviour(asked, answer, await buffer(asked));
  });
  const open = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const refuse = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  server.unref();
  await open(0);
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    turn: (to) => {
      behaviour = to;
    },
    refuse,
    reopen: async () => {
      if (!server.listening) await open(port);
    },
  };
}

export function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
