import { parseArgs } from 'node:util';
import { type Connection, withoutTimeout } from '../../db/client.server.ts';
import type { Env } from '../server/env.server.ts';
import { prepareDatabase } from '../server/start.server.ts';
import { type ExampleSize, type SeedRefused, seedExample } from '../use-cases/example/seed-example.ts';
import { awaitSearchable } from './await-searchable.ts';
import { type Command, UsageError, type Voice } from './command.ts';
import { startProgress } from './progress.ts';
import { withDatabase } from './with-database.ts';

const MOST = 10_000_000;

const REFUSALS: Record<SeedRefused['outcome'], string> = {
  'real-accounts':
    'not seeded: this database holds accounts of real people, and example data would stand among theirs. To mend: use another database, such as an empty DATA_DIR of its own',
  'no-pathways':
    'not seeded: no pathway is in effect today, so there is nothing to offer work under. To mend: import pathways first',
};

/** A whole number as it was typed. */
function numberOf(typed: string, option: string, least: number): number {
  const number = /^\d{1,8}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= least && number <= MOST) return number;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${MOST.toLocaleString('en')}`);
}

export const seedDemoCommand: Command = {
  usage: 'seed-demo [--vacancies N] [--profiles N] [--seed S]',
  summary:
    'adds made-up vacancies, employers and people, marked as examples, the same ones for the same seed on a day; never where there are real accounts',
  run: async (args, env, voice) => {
    const { values } = parseArgs({
      args,
      options: {
        vacancies: { type: 'string', default: '1000' },
        profiles: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
      },
    });
    const size = {
      vacancies: numberOf(values.vacancies, 'vacancies', 0),
      profiles: numberOf(values.profiles, 'profiles', 0),
      seed: numberOf(values.seed, 'seed', 1),
    };
    return withDatabase(env, (connection) => runSeed(connection, size, env, voice));
  },
};

async function runSeed(connection: Connection, size: ExampleSize, env: Env, voice: Voice): Promise<number> {
  await prepareDatabase(connection, { progress: voice.say });
  const patient = withoutTimeout(connection);
  const progress = startProgress(size.vacancies + size.profiles, 'Making examples', voice.say);
  const seeded = await seedExample(patient.db, size, progress.add).finally(async () => {
    progress.stop();
    await patient.close();
  });
  if (seeded.outcome !== 'seeded') {
    await voice.out(REFUSALS[seeded.outcome]);
    return 1;
  }
  await voice.out(`${seeded.vacancies} vacancies and ${seeded.profiles} profiles added, all marked as examples`);
  if (seeded.vacancies > 0) await awaitSearchable(connection, env, voice);
  return 0;
}
