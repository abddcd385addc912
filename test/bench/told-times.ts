import { createServer } from 'node:http';
import * as z from 'zod';

const Queries = z.object({ queries: z.array(z.record(z.string(), z.unknown())) });

/** `performanceDetails`: by what was done, a number and its unit; `search` is all of it. */
const Told = z.object({ results: z.array(z.object({ performanceDetails: z.object({ search: z.string() }) })) });

const MS = { s: 1_000, ms: 1, µs: 1e-3, ns: 1e-6 } as const;
const Duration = z
  .string()
  .regex(/^[\d.]+(s|ms|µs|ns)$/)
  .transform((text) => {
    const unit = text.replace(/^[\d.]+/, '');
    return Number.parseFloat(text) * (Object.entries(MS).find(([name]) => name === unit)?.[1] ?? Number.NaN);
  });

/** Of searches that came in one request each is told with those before it: the longest is all of them. */
const toldIn = (answer: string): number =>
  Math.max(
    0,
    ...Told.parse(JSON.parse(answer)).results.map(({ performanceDetails: { search } }) => Duration.parse(search)),
  );

/** The same searches, asked to tell how long they took to the microsecond: otherwise that is told in whole milliseconds, rounded down. */
const askedToTell = (body: string): string =>
  JSON.stringify({
    queries: Queries.parse(JSON.parse(body)).queries.map((query) => ({ ...query, showPerformanceDetails: true })),
  });

/**
 * A Meilisearch's searches by another address, where what each says that it took is added up, in milliseconds. They go there one after the
 * other: side by side each would be told with its waiting for the others.
 */
export async function withToldTimes<T>(
  url: string,
  work: (through: { url: string; taken(): number }) => Promise<T>,
): Promise<T> {
  let taken = 0;
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(one: () => Promise<R>): Promise<R> => {
    const after = before.then(one, one);
    before = after;
    return after;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization } = request.headers;
    const { answer, text } = await inTurn(async () => {
      const came = await fetch(new URL(request.url ?? '/', url), {
        ...{ method: 'POST', body: askedToTell(Buffer.concat(chunks).toString()) },
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      });
      return { answer: came, text: await came.text() };
    });
    if (answer.ok) taken += toldIn(text);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  try {
    return await work({ url: `http://127.0.0.1:${port}`, taken: () => taken });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
