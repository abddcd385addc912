import { createServer } from 'node:http';
import * as z from 'zod';
import { TELLING, toldIn } from './told.ts';

const Queries = z.object({ queries: z.array(z.record(z.string(), z.unknown())) });

/** The same searches, asked to tell how long they took. */
const askedToTell = (body: string): string =>
  JSON.stringify({
    queries: Queries.parse(JSON.parse(body)).queries.map((query) => ({ ...query, ...TELLING })),
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
    if (answer.ok) taken += toldIn(JSON.parse(text));
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
