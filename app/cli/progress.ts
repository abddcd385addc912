import { SingleBar } from 'cli-progress';

export type Progress = { add(amount: number): void; stop(): void };

const EVERY_MS = 5_000;

/** A bar on a terminal; elsewhere (a log) a line every few seconds, so that a quick command stays quiet. */
export function startProgress(total: number, what: string, say: (line: string) => void): Progress {
  return process.stderr.isTTY ? bar(total, what) : lines(total, what, say);
}

function bar(total: number, what: string): Progress {
  const drawn = new SingleBar({
    format: `${what} [{bar}] {percentage}% {eta_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  drawn.start(total, 0);
  return { add: (amount) => drawn.increment(amount), stop: () => drawn.stop() };
}

function lines(total: number, what: string, say: (line: string) => void): Progress {
  let done = 0;
  const percent = () => Math.floor((100 * done) / Math.max(1, total));
  const timer = setInterval(() => say(`${what}: ${percent()} %`), EVERY_MS);
  timer.unref();
  return {
    add: (amount) => {
      done += amount;
    },
    stop: () => clearInterval(timer),
  };
}
