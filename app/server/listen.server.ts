import { createServer, type RequestListener, type Server } from 'node:http';
import { OperatorError } from '../../db/operator-error.ts';

/** Slow or silent clients are cut off; an idle connection outlives a load balancer's own minute. In milliseconds. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };

/** How long requests under way may take to end once we stop. */
const LAST_REQUESTS_MS = 10_000;

export type Listening = { stop(): Promise<void> };

const CURES: Record<string, (where: { PORT: number; HOST: string }) => string> = {
  EADDRINUSE: ({ PORT, HOST }) => `Port ${PORT} on ${HOST} is in use. Set PORT to another one.`,
  EACCES: ({ PORT }) => `This account may not listen on port ${PORT}. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ HOST }) =>
    `This machine has no address ${HOST}. Set HOST to one of its own, or to 0.0.0.0 for all.`,
  ENOTFOUND: ({ HOST }) =>
    `HOST is ${HOST}, which is no address. Set it to one of this machine's, or to 0.0.0.0 for all.`,
};

/** Serves until `stop`, which lets requests under way end. Throws what is wrong with the port, in words. */
export async function listen(handler: RequestListener, where: { PORT: number; HOST: string }): Promise<Listening> {
  const server = createServer(TIMEOUTS, handler);
  server.keepAliveTimeout = TIMEOUTS.keepAliveTimeout;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const cure = CURES[error.code ?? '']?.(where);
      reject(cure === undefined ? error : new OperatorError(cure, { cause: error }));
    });
    server.listen(where.PORT, where.HOST, resolve);
  });
  return { stop: () => stop(server) };
}

/** An answer under way leaves its connection idle, which nothing would close before its own time is over: look again and again. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
