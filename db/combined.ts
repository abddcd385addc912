/** Asks one thing and hears the answer to that. */
export type Combined<Q, A> = (question: Q) => Promise<A>;

type Waiting<Q, A> = { question: Q; answer(answer: A): void; fail(reason: unknown): void };

/** `askAll`: several at once, answered in their order; `idle`: none is left; `isForAll`: whether what failed would fail for each of them. */
type Asking<Q, A> = {
  atMost: number;
  askAll(questions: readonly Q[]): Promise<readonly A[]>;
  isForAll(reason: unknown): boolean;
  idle(): void;
};

/**
 * While some questions are being asked, those that come wait and go together next; nobody waits for company. Where they fail together
 * each is asked by itself, so that none fails for another: asking twice must do no harm.
 */
export function combined<Q, A>({ atMost, askAll, isForAll, idle }: Asking<Q, A>): Combined<Q, A> {
  const waiting: Waiting<Q, A>[] = [];
  let isAsking = false;

  const ask = async (some: readonly Waiting<Q, A>[]): Promise<void> => {
    try {
      const answers = await askAll(some.map(({ question }) => question));
      for (const [at, answer] of answers.entries()) some[at]?.answer(answer);
    } catch (reason) {
      if (some.length > 1 && !isForAll(reason)) await Promise.all(some.map((one) => ask([one])));
      else for (const { fail } of some) fail(reason);
    }
  };
  const askOn = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) await ask(waiting.splice(0, atMost));
    isAsking = false;
    idle();
  };
  return (question) =>
    new Promise<A>((answer, fail) => {
      waiting.push({ question, answer, fail });
      if (!isAsking) void askOn();
    });
}
