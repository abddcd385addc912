import type { Logger } from 'pino';
import { type SearchEngine, SearchUnavailable } from './engine.ts';

const PING_EVERY_MS = 2_000;

export type Fallback = {
  engine: SearchEngine;
  /** `degraded` while the other engine answers. */
  state(): 'ok' | 'degraded';
  /** Resolves after the first attempt to bring the engine into use, whether it succeeded or not. */
  started: Promise<void>;
  close(): void;
};

export type FallbackOptions = {
  /** Brings the engine up to date before it is asked again; run at the start too. */
  recover(): Promise<void>;
  log: Pick<Logger, 'info' | 'warn'>;
};

type Search<Q, R> = (query: Q, signal?: AbortSignal) => Promise<R>;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Asks `primary`, and `fallback` from the moment that `primary` does not answer until it does again: nobody waits twice for a dead
 * engine, and it is looked after in the background.
 */
export function withFallback(
  primary: SearchEngine,
  fallback: SearchEngine,
  { recover, log }: FallbackOptions,
): Fallback {
  let inUse = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const comeBack = async () => {
    try {
      await recover();
      await primary.ping();
      if (closed) return;
      inUse = true;
      log.info({ search: primary.name }, 'search answers');
    } catch (error) {
      if (closed) return;
      timer = setTimeout(comeBack, PING_EVERY_MS).unref();
      log.warn(
        { search: primary.name, why: messageOf(error) },
        `search does not answer: ${fallback.name} answers for it`,
      );
    }
  };

  /** Many searches may fail at once; the first of them opens the circuit. */
  const leave = (error: SearchUnavailable) => {
    if (!inUse || closed) return;
    inUse = false;
    log.warn({ search: primary.name, why: error.message }, `search does not answer: ${fallback.name} answers for it`);
    timer = setTimeout(comeBack, PING_EVERY_MS).unref();
  };

  /** One kind of search, by whichever engine answers. */
  const byEither =
    <Q, R extends { degraded: boolean }>(searchOf: (engine: SearchEngine) => Search<Q, R>): Search<Q, R> =>
    async (query, signal) => {
      const instead = async () => ({ ...(await searchOf(fallback)(query, signal)), degraded: true });
      if (!inUse) return instead();
      try {
        return await searchOf(primary)(query, signal);
      } catch (error) {
        if (!(error instanceof SearchUnavailable)) throw error;
        leave(error);
        return instead();
      }
    };

  const engine: SearchEngine = {
    name: primary.name,
    searchPathways: byEither((one) => one.searchPathways),
    searchVacancies: byEither((one) => one.searchVacancies),
    ping: () => primary.ping(),
  };
  return {
    engine,
    state: () => (inUse ? 'ok' : 'degraded'),
    started: comeBack(),
    close: () => {
      closed = true;
      inUse = false;
      clearTimeout(timer);
    },
  };
}
