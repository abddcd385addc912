import { createServer, type RequestListener } from 'node:http';

/** Slow or silent clients are cut off; an idle connection outlives a load balancer's own minute. In milliseconds. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };

export type Listening = { stop(): Promise<void> };

/** Serves until `stop`, which lets requests under way end. Throws what is wrong with the port, in words. */
export async function listen(
  handler: RequestListener,
  { PORT, HOST }: { PORT: number; HOST: string },
): Promise<Listening> {
  const server = createServer(TIMEOUTS, handler);
  server.keepAliveTimeout = TIMEOUTS.keepAliveTimeout;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${PORT} on ${HOST} is in use. Set PORT to another one.`) : error,
      ),
    );
    server.listen(PORT, HOST, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
