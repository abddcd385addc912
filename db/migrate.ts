import { Logger, runMigrations } from 'graphile-worker';
import { type Migration, Migrator } from 'kysely';
import pg from 'pg';
import { type Connection, withoutTimeout } from './client.server.ts';
import * as ground from './migrations/2026-11-24-1-ground.ts';
import * as search from './migrations/2026-11-24-2-search.ts';
import * as searchCopy from './migrations/2026-11-24-3-search-copy.ts';
import * as editionPlace from './migrations/2026-11-25-1-edition-place.ts';
import * as pathwayTest from './migrations/2026-11-25-2-pathway-test.ts';
import * as searchDocument from './migrations/2026-11-25-3-search-document.ts';
import * as searchHolding from './migrations/2026-11-25-4-search-holding.ts';
import * as profileFacts from './migrations/2026-11-25-5-profile-facts.ts';
import * as check from './migrations/2026-11-25-6-check.ts';
import * as searchText from './migrations/2026-11-25-7-search-text.ts';
import * as audit from './migrations/2026-11-25-8-audit.ts';
import * as people from './migrations/2026-11-25-9-people.ts';
import * as limits from './migrations/2026-11-26-1-limits.ts';
import * as proposal from './migrations/2026-11-26-1-proposal.ts';
import * as follow from './migrations/2026-11-26-2-follow.ts';
import * as agreed from './migrations/2026-11-26-3-agreed.ts';
import * as passkey from './migrations/2026-11-26-4-passkey.ts';
import * as desk from './migrations/2026-11-26-5-desk.ts';
import * as identity from './migrations/2026-11-26-5-identity.ts';
import * as quotaLedger from './migrations/2026-11-26-6-quota-ledger.ts';
import * as quotaPlan from './migrations/2026-11-26-7-quota-plan.ts';
import * as vacancy from './migrations/2026-11-26-8-vacancy.ts';
import * as vacancyDraft from './migrations/2026-11-26-9-vacancy-draft.ts';
import * as esco from './migrations/2026-11-27-1-esco.ts';
import * as rates from './migrations/2026-11-27-2-rates.ts';
import * as matching from './migrations/2026-11-27-3-matching.ts';
import * as vacancySearch from './migrations/2026-11-27-3-vacancy-search.ts';
import * as contact from './migrations/2026-11-27-4-contact.ts';
import * as finding from './migrations/2026-11-27-4-finding.ts';
import * as alert from './migrations/2026-11-27-5-alert.ts';
import * as example from './migrations/2026-11-27-6-example.ts';
import * as partnership from './migrations/2026-11-27-6-partnership.ts';
import * as uploadPiece from './migrations/2026-11-27-7-upload-piece.ts';
import * as vacancyRequirement from './migrations/2026-11-27-7-vacancy-requirement.ts';
import * as rename from './migrations/2026-11-27-8-rename.ts';
import * as misfit from './migrations/2026-11-27-9-misfit.ts';
import * as required from './migrations/2026-11-27-9-required.ts';
import * as occupationGroups from './migrations/2026-11-28-1-occupation-groups.ts';
import * as tableChange from './migrations/2026-11-29-1-table-change.ts';
import * as vacancyHold from './migrations/2026-11-29-2-vacancy-hold.ts';
import * as remark from './migrations/2026-11-29-3-remark.ts';
import * as alertDue from './migrations/2026-11-30-1-alert-due.ts';
import { OperatorError } from './operator-error.ts';

/** Every migration by name, in the order of names; they only go forward. A list and not a folder, so that a bundler keeps them. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-24-1-ground': ground,
  '2026-11-24-2-search': search,
  '2026-11-24-3-search-copy': searchCopy,
  '2026-11-25-1-edition-place': editionPlace,
  '2026-11-25-2-pathway-test': pathwayTest,
  '2026-11-25-3-search-document': searchDocument,
  '2026-11-25-4-search-holding': searchHolding,
  '2026-11-25-5-profile-facts': profileFacts,
  '2026-11-25-6-check': check,
  '2026-11-25-7-search-text': searchText,
  '2026-11-25-8-audit': audit,
  '2026-11-25-9-people': people,
  '2026-11-26-1-limits': limits,
  '2026-11-26-1-proposal': proposal,
  '2026-11-26-2-follow': follow,
  '2026-11-26-3-agreed': agreed,
  '2026-11-26-4-passkey': passkey,
  '2026-11-26-5-desk': desk,
  '2026-11-26-5-identity': identity,
  '2026-11-26-6-quota-ledger': quotaLedger,
  '2026-11-26-7-quota-plan': quotaPlan,
  '2026-11-26-8-vacancy': vacancy,
  '2026-11-26-9-vacancy-draft': vacancyDraft,
  '2026-11-27-1-esco': esco,
  '2026-11-27-2-rates': rates,
  '2026-11-27-3-matching': matching,
  '2026-11-27-3-vacancy-search': vacancySearch,
  '2026-11-27-4-contact': contact,
  '2026-11-27-4-finding': finding,
  '2026-11-27-5-alert': alert,
  '2026-11-27-6-example': example,
  '2026-11-27-6-partnership': partnership,
  '2026-11-27-7-upload-piece': uploadPiece,
  '2026-11-27-7-vacancy-requirement': vacancyRequirement,
  '2026-11-27-8-rename': rename,
  '2026-11-27-9-misfit': misfit,
  '2026-11-27-9-required': required,
  '2026-11-28-1-occupation-groups': occupationGroups,
  '2026-11-29-1-table-change': tableChange,
  '2026-11-29-2-vacancy-hold': vacancyHold,
  '2026-11-29-3-remark': remark,
  '2026-11-30-1-alert-due': alertDue,
};

const LOCK = 0x66617202;
const OLDEST = 15;

const silence = new Logger(() => () => undefined);

/** Refuses a server that is too old, and a database that cannot hold every script. */
async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: string; encoding: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_encoding') as encoding`,
  );
  const [{ number, encoding } = { number: '0', encoding: 'unknown' }] = rows;
  const version = Math.floor(Number(number) / 10_000);
  if (version < OLDEST)
    throw new OperatorError(`Fairway needs PostgreSQL ${OLDEST} or newer; DATABASE_URL leads to version ${version}.`);
  if (encoding !== 'UTF8')
    throw new OperatorError(
      `Fairway needs a database in UTF8; this one is in ${encoding}. Make one with: create database fairway template template0 encoding UTF8 locale "C.UTF-8"`,
    );
}

const migratorOf = ({ db }: Pick<Connection, 'db'>) =>
  new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });

/** Names of the migrations that this database still lacks. */
export async function pendingMigrations(connection: Pick<Connection, 'db'>): Promise<string[]> {
  const all = await migratorOf(connection).getMigrations();
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}

/** Names of migrations in the database that this program does not know: a newer Fairway made them. */
export async function unknownMigrations({ pool }: Pick<Connection, 'pool'>): Promise<string[]> {
  const { rows: found } = await pool.query<{ there: boolean }>(
    `select to_regclass('kysely_migration') is not null as there`,
  );
  if (!found[0]?.there) return [];
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map((row) => row.name).filter((name) => !Object.hasOwn(MIGRATIONS, name));
}

/** A migration that puts an error of the database into words keeps it as the cause: whoever runs us can mend it. */
const inItsWords = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof pg.DatabaseError
    ? new OperatorError(error.message, { cause: error })
    : error;

async function migrateOurs(connection: Connection): Promise<string[]> {
  const unknown = await unknownMigrations(connection);
  if (unknown.length)
    throw new OperatorError(
      `This database was made by a newer Fairway (${unknown.join(', ')}). Run that version, or restore a backup.`,
    );
  const { error, results } = await migratorOf(connection).migrateToLatest();
  if (error) throw inItsWords(error);
  return (results ?? []).map((result) => result.migrationName);
}

/**
 * Brings the database to this program's schema, and the job runner's; returns what was applied. Safe to run at once from several
 * processes. A migration of a large table takes its time.
 */
export async function migrate({ pool }: Pick<Connection, 'pool'>): Promise<string[]> {
  const connection = withoutTimeout({ pool });
  try {
    return await migrateAlone(connection);
  } finally {
    await connection.close();
  }
}

async function migrateAlone(connection: Connection): Promise<string[]> {
  const client = await connection.pool.connect();
  try {
    await checkServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await migrateOurs(connection);
    await runMigrations({ pgPool: connection.pool, logger: silence });
    return applied;
  } finally {
    client.release(true); // the session ends, and its lock with it
  }
}
