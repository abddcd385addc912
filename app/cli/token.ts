import { parseArgs } from 'node:util';
import { OPERATOR } from '../domain/people/who.ts';
import { issueToken } from '../use-cases/people/tokens.ts';
import { CAPACITY_OPTIONS, capacityFrom } from './capacity.ts';
import { type Command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const tokenCommand: Command = {
  usage: 'token NAME --role ROLE [--state XX] [--employer ID]',
  summary: 'prints a new API token once; only its hash is kept',
  run: async (args, env, { out, say }) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: CAPACITY_OPTIONS });
    const name = positionals[0]?.trim() ?? '';
    if (name === '' || name.length > 200 || positionals.length > 1)
      throw new UsageError('name the token, in one word or in quotes: what it is for, at most 200 characters');
    const capacity = capacityFrom(values);
    await withDatabase(env, async ({ db }) => out(await issueToken(db, OPERATOR, { name, ...capacity })));
    say('It is not shown again. Programs send it as: Authorization: Bearer TOKEN');
    return 0;
  },
};
