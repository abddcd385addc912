import { accessSync, constants } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import type { Connection } from '../../db/client.server.ts';
import { pendingMigrations, unknownMigrations } from '../../db/migrate.ts';
import { countEscoOccupations } from '../../db/queries/occupation.ts';
import { ledgerFlaws } from '../../db/queries/quota-check.ts';
import { findProgram, findRunning } from '../../search/child.server.ts';
import { type Env, readEnv } from '../server/env.server.ts';
import { openDatabase } from '../server/start.server.ts';
import { checkMessages } from './check-messages.ts';
import { type Command, UsageError, type Voice } from './command.ts';
import type { Finding } from './finding.ts';

const OLDEST_NODE = [20, 19] as const;
const FREE_BYTES = 1_000_000_000;

const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(messageOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error);

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    what: 'Node.js',
    found: process.versions.node,
    ...(!good && { cure: `install Node.js ${OLDEST_NODE.join('.')} or newer` }),
  };
}

async function checkDisk(folder: string): Promise<Finding> {
  const at = path.resolve(folder);
  try {
    await mkdir(at, { recursive: true });
    accessSync(at, constants.W_OK);
    const { bavail, bsize } = await statfs(at);
    const free = bavail * bsize;
    return {
      what: 'disk',
      found: `${(free / 1e9).toFixed(1)} GB free for ${at}`,
      ...(free < FREE_BYTES && { cure: 'free at least 1 GB, or set DATA_DIR to a folder on another disk' }),
    };
  } catch (error) {
    const cure = 'let this account write there, or set DATA_DIR to another folder';
    return { what: 'disk', found: `${at} cannot be written: ${messageOf(error)}`, cure };
  }
}

async function checkVersion({ pool }: Connection): Promise<Finding> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  const found = rows[0]?.server_version ?? 'unknown';
  return {
    what: 'PostgreSQL',
    found,
    ...(Number.parseInt(found, 10) < 15 && {
      cure: 'use PostgreSQL 15 or newer, or unset DATABASE_URL for the embedded one',
    }),
  };
}

async function checkMigrations(connection: Connection): Promise<Finding> {
  const unknown = await unknownMigrations(connection);
  const pending = await pendingMigrations(connection);
  if (unknown.length)
    return {
      what: 'migrations',
      found: `of a newer Fairway: ${unknown.join(', ')}`,
      cure: 'run that version, or restore a backup',
    };
  if (pending.length)
    return {
      what: 'migrations',
      found: `not yet applied: ${pending.join(', ')}`,
      cure: 'run npm start, which applies them',
    };
  return { what: 'migrations', found: 'all applied' };
}

/** The places that were promised are those that the ledgers add up to. */
async function checkLedgers({ db }: Connection): Promise<Finding> {
  const what = 'quota ledgers';
  const [first, ...others] = await ledgerFlaws(db);
  if (!first) return { what, found: 'every quota agrees with its ledger' };
  const { quota, says, should } = first;
  return {
    what,
    found: `${quota}: ${first.what} is ${says} and should be ${should}${others.length > 0 ? `, and ${others.length} more` : ''}`,
    cure: 'find out who wrote to the database past Fairway, and restore a backup from before',
  };
}

/** Job titles are understood without ESCO as well, in fewer languages and less finely. */
async function checkEsco({ db }: Connection): Promise<Finding> {
  const occupations = await countEscoOccupations(db);
  return {
    what: 'ESCO',
    found: occupations > 0 ? `${occupations} occupations` : 'not imported (npm run cli -- import-esco DIR loads it)',
  };
}

const MAKE_ANOTHER =
  'make the database with: create database fairway template template0 encoding UTF8 locale "C.UTF-8"';

/** Under a C locale pg_trgm takes no letter beyond ASCII for one, silently. */
async function checkLetters({ pool }: Connection): Promise<Finding> {
  const what = 'letters beyond ASCII';
  const { rows: encodings } = await pool.query<{ server_encoding: string }>('show server_encoding');
  const encoding = encodings[0]?.server_encoding;
  if (encoding !== 'UTF8')
    return { what, found: `the database is in ${encoding}, which has few of them`, cure: MAKE_ANOTHER };
  const { rows: extension } = await pool.query(`select from pg_extension where extname = 'pg_trgm'`);
  if (extension.length === 0)
    return {
      what,
      found: 'the extension pg_trgm is not there',
      cure: 'run npm start, or let an owner of the database run: create extension pg_trgm; create extension unaccent',
    };
  const { rows } = await pool.query<{ known: boolean }>(`select cardinality(show_trgm('নার্স')) > 0 as known`);
  if (rows[0]?.known) return { what, found: 'known to pg_trgm' };
  return {
    what,
    found: 'unknown to pg_trgm: searches in Arabic, Bengali or Hindi forgive no typing error',
    cure: MAKE_ANOTHER,
  };
}

async function checkDatabase(env: Env): Promise<Finding[]> {
  const silent = pino({ level: 'silent' });
  const cure =
    env.DATABASE_URL === undefined
      ? `look into ${path.resolve(env.DATA_DIR, 'postgres.log')}`
      : 'start that PostgreSQL, or correct DATABASE_URL';
  try {
    const connection = await openDatabase(env, 'guest', silent);
    try {
      const [version, migrations] = [await checkVersion(connection), await checkMigrations(connection)];
      const contents =
        migrations.cure === undefined ? [await checkLedgers(connection), await checkEsco(connection)] : [];
      return [version, migrations, await checkLetters(connection), ...contents];
    } finally {
      await connection.close();
    }
  } catch (error) {
    return [{ what: 'database', found: `does not answer: ${messageOf(error)}`, cure }];
  }
}

async function checkSearch({ MEILI_URL, MEILI_API_KEY, MEILI_BIN, DATA_DIR }: Env): Promise<Finding> {
  const what = 'search';
  if (MEILI_URL !== undefined) return { what, ...(await askMeilisearch(MEILI_URL, MEILI_API_KEY)) };
  const program = findProgram(MEILI_BIN, process.env['PATH']);
  if (program !== undefined) return { what, found: await stateOfChild(program, DATA_DIR) };
  if (MEILI_BIN === undefined)
    return { what, found: 'PostgreSQL (for Meilisearch, set MEILI_URL or put meilisearch on the PATH)' };
  return { what, found: 'MEILI_BIN names no program that can be run', cure: 'correct MEILI_BIN, or leave it out' };
}

const stateOfChild = async (program: string, dataDir: string): Promise<string> =>
  (await findRunning(dataDir)) ? 'Meilisearch answers' : `Meilisearch, which the server starts from ${program}`;

/** Asks what needs the key: an engine that is well and refuses ours is of no use. */
async function askMeilisearch(url: string, key: string | undefined): Promise<Omit<Finding, 'what'>> {
  const meanwhile = 'until then PostgreSQL answers searches';
  try {
    const { status } = await fetch(new URL('version', url.endsWith('/') ? url : `${url}/`), {
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(3_000),
    });
    if (status === 200) return { found: 'Meilisearch answers' };
    const refused = status === 401 || status === 403;
    if (refused) return { found: 'Meilisearch refuses the key', cure: `correct MEILI_API_KEY; ${meanwhile}` };
    return { found: `MEILI_URL answers with status ${status}`, cure: `correct MEILI_URL; ${meanwhile}` };
  } catch (error) {
    const cure = `start it, or correct MEILI_URL; ${meanwhile}`;
    return { found: `Meilisearch does not answer: ${messageOf(error)}`, cure };
  }
}

async function report(findings: readonly Finding[], { out }: Voice): Promise<number> {
  for (const { what, found, cure } of findings)
    await out(
      cure === undefined ? `ok       ${what}: ${found}` : `problem  ${what}: ${found}\n         to mend: ${cure}`,
    );
  return findings.some(({ cure }) => cure !== undefined) ? 1 : 0;
}

/** Unlike the others it reads the environment itself: what is wrong there is among its findings. */
export const doctorCommand: Omit<Command, 'run'> & { run(args: string[], voice: Voice): Promise<number> } = {
  usage: 'doctor',
  summary:
    'checks Node.js, configuration, database, migrations, quotas, search, messages and disk, and says how to mend each',
  run: async (args, voice) => {
    if (parseArgs({ args, allowPositionals: true, options: {} }).positionals.length > 0)
      throw new UsageError('doctor takes no arguments');
    const findings = [checkNode()];
    try {
      const env = readEnv(process.env);
      findings.push(
        { what: 'configuration', found: 'every variable is as expected' },
        await checkDisk(env.DATA_DIR),
        ...(await checkDatabase(env)),
        await checkSearch(env),
        await checkMessages(env),
      );
    } catch (error) {
      findings.push({ what: 'configuration', found: messageOf(error), cure: 'correct these variables' });
    }
    return report(findings, voice);
  },
};
