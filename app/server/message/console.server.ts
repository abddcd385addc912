import type { Outgoing } from '../../use-cases/people/message-sender.ts';

/** Shows a message to whoever runs this installation on their own machine: the only place where a code is ever written. */
export const consoleSend =
  (say: (line: string) => void) =>
  async ({ to, message }: Outgoing): Promise<void> =>
    say(`\nA message to ${to.address}, shown here as nothing else is set up:\n${message.text}\n`);
