import { parseArgs } from 'node:util';
import { findOrganisation } from '../../db/queries/organisation.ts';
import { readEmail } from '../domain/people/address.ts';
import { OPERATOR } from '../domain/people/who.ts';
import { DEFAULT_LOCALE } from '../i18n/locale.ts';
import { publicUrlOf } from '../server/env.server.ts';
import { invite } from '../use-cases/people/invitations.ts';
import { CAPACITY_OPTIONS, capacityFrom } from './capacity.ts';
import { type Command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const inviteCommand: Command = {
  usage: 'invite EMAIL --role ROLE [--state XX] [--employer ID]',
  summary:
    'prints a link that makes its reader an officer, a member of an employer or an administrator, once, within 72 hours',
  run: async (args, env, { out, say }) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: CAPACITY_OPTIONS });
    const email = readEmail(positionals[0] ?? '');
    if (!email || positionals.length > 1)
      throw new UsageError('name one e-mail address, such as officer@ministry.example');
    const { role, state, organisation } = capacityFrom(values);
    if (role === 'worker') throw new UsageError('--role worker: workers need no invitation, they sign in');
    if (role === 'employer' && organisation === undefined)
      throw new UsageError('--role employer needs --employer, the organisation of which somebody becomes a member');
    return withDatabase(env, async ({ db }) => {
      if (organisation !== undefined && !(await findOrganisation(db, organisation))) {
        say(`There is no organisation "${organisation}" here. An employer registers on its own page first.`);
        return 1;
      }
      const token = await invite(db, OPERATOR, { email: email.address, role, state, organisation }, new Date());
      await out(`${publicUrlOf(env)}/${DEFAULT_LOCALE}/invitation/${token}`);
      say('Whoever holds this link can accept it, once, within 72 hours. Give it to nobody else.');
      return 0;
    });
  },
};
