import closeWithGrace from 'close-with-grace';
import pino from 'pino';
import { inWords } from './words.server.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A Ctrl-C comes from the terminal and once more through each npm above us: signals within this time are one wish. */
const ONE_WISH_MS = 1_000;
/** Requests under way may take most of it; PostgreSQL writes its last in the rest. */
const STOP_WITHIN_MS = 20_000;

type Close = () => Promise<unknown>;

/** What a process has open. */
class Opened {
  private readonly closers: Close[] = [];
  closing = false;

  /** `close` is called once, before that of whatever was opened earlier. */
  add(close: Close): void {
    this.closers.push(close);
  }

  /** Waits for what is being opened; told to stop meanwhile, we close it as soon as it is there. */
  async wait<T extends { close(): Promise<unknown> }>(opening: Promise<T>): Promise<T> {
    this.add(() =>
      opening.then(
        (one) => one.close(),
        () => undefined, // whoever waits for it learns why
      ),
    );
    return opening;
  }

  async close(): Promise<void> {
    this.closing = true;
    for (let close = this.closers.pop(); close; close = this.closers.pop())
      await close().catch((error: unknown) => process.stderr.write(`${inWords(error)}\n`));
  }
}

function onSignals(stop: () => void): void {
  let first: number | undefined;
  const onSignal = () => {
    if (first === undefined) stop();
    first ??= performance.now();
    if (performance.now() - first > ONE_WISH_MS) process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

/** Runs `start`, and closes what it opened when the process is told to stop, also while it is still starting, and when it fails. */
export function runUntilStopped(start: (opened: Opened) => Promise<void>): void {
  const opened = new Opened();
  const grace = closeWithGrace({ delay: STOP_WITHIN_MS, logger: false, skip: [...SIGNALS] }, async ({ err }) => {
    if (err) pino(pino.destination(2)).fatal({ err }, 'stopping after an error that nothing caught');
    await opened.close();
  });
  onSignals(() => grace.close());
  start(opened).catch(async (error: unknown) => {
    if (opened.closing) return; // it was told to stop while it started: that is why it failed
    process.stderr.write(`${inWords(error)}\n`);
    await opened.close();
    process.exit(1);
  });
}
