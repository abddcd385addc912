import { once } from 'node:events';
import { type Command, UsageError, type Voice } from './app/cli/command.ts';
import { doctorCommand } from './app/cli/doctor.ts';
import { exportCommand } from './app/cli/export.ts';
import { importCommand } from './app/cli/import.ts';
import { importEscoCommand } from './app/cli/import-esco.ts';
import { importRatesCommand } from './app/cli/import-rates.ts';
import { inviteCommand } from './app/cli/invite.ts';
import { rebuildSearchCommand, verifySearchCommand } from './app/cli/search.ts';
import { seedDemoCommand } from './app/cli/seed-demo.ts';
import { tokenCommand } from './app/cli/token.ts';
import { verifyAuditCommand } from './app/cli/verify-audit.ts';
import { readEnv } from './app/server/env.server.ts';
import { inWords } from './app/server/words.server.ts';

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  'import-esco': importEscoCommand,
  export: exportCommand,
  'import-rates': importRatesCommand,
  'rebuild-search': rebuildSearchCommand,
  'verify-search': verifySearchCommand,
  invite: inviteCommand,
  token: tokenCommand,
  'seed-demo': seedDemoCommand,
  'verify-audit': verifyAuditCommand,
};

/** A reader that has enough (`| head`) closes the pipe: the command ends, closing what it opened, and that is no failure. */
class ReaderGone extends Error {}

let readerGone = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  readerGone = true;
});

const drained = () =>
  once(process.stdout, 'drain').catch(() => {
    throw new ReaderGone();
  });

const voice: Voice = {
  out: async (line) => {
    if (readerGone) throw new ReaderGone();
    if (!process.stdout.write(`${line}\n`)) await drained();
  },
  say: (line) => void process.stderr.write(`${line}\n`),
};

const HELP = [
  'npm run cli -- COMMAND',
  ...[...Object.values(COMMANDS), doctorCommand].flatMap(({ usage, summary }) => [
    '',
    `  ${usage}`,
    `      ${summary}`,
  ]),
  '',
  'Every command works while a server runs on the same DATA_DIR and while none does.',
].join('\n');

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    await voice.out(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === 'doctor') return doctorCommand.run(args, voice);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`there is no command "${name}"`);
  return command.run(args, readEnv(process.env), voice);
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof ReaderGone) return;
    if (isUsage(error)) voice.say(`${error.message}\n\n${HELP}`);
    else voice.say(inWords(error));
    process.exitCode = isUsage(error) ? 2 : 1;
  },
);
