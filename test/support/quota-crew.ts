import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';
import type { Turn } from './quota-clients.ts';
import type { Told } from './quota-history.ts';

const MEMBER = path.join(PROJECT_FOLDER, 'test/support/quota-crew-member.ts');

/** What a member says at the end of a turn. */
export type Answer = { told: Told[]; error?: undefined } | { error: string; told?: undefined };

export type Crew = { take(turn: Turn): Promise<Told[]> };

function startMember(args: readonly string[]) {
  const child = fork(MEMBER, args, { execArgv: ['--import', 'tsx'] });
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a client process ended with ${code}`)));
  died.catch(() => undefined);
  return {
    take: async (turn: Turn): Promise<Told[]> => {
      child.send(turn);
      const [answer]: Answer[] = await Promise.race([once(child, 'message'), died]);
      if (answer?.told === undefined) throw new Error(answer?.error);
      return answer.told;
    },
    dismiss: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Runs `work` with so many clients in as many processes as they need. */
export async function withCrew<T>(
  url: string,
  { clients, perProcess }: { clients: number; perProcess: number },
  work: (crew: Crew) => Promise<T>,
): Promise<T> {
  const members = Array.from({ length: Math.ceil(clients / perProcess) }, (_, member) => {
    const first = member * perProcess;
    return startMember([url, String(first), String(Math.min(perProcess, clients - first))]);
  });
  try {
    return await work({ take: async (turn) => (await Promise.all(members.map((member) => member.take(turn)))).flat() });
  } finally {
    await Promise.all(members.map((member) => member.dismiss()));
  }
}
