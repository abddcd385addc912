import { parseArgs } from 'node:util';
import { hasAuditAnchor } from '../../db/queries/audit.ts';
import {
  type AuditReport,
  type BrokenAnchor,
  type BrokenEntry,
  verifyAuditNow,
} from '../use-cases/audit/verify-audit.ts';
import { type Command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

const FAULTS: Record<BrokenEntry['fault'] | BrokenAnchor['fault'], string> = {
  missing: 'is missing',
  extra: 'was never counted',
  altered: 'does not say what was hashed',
  unlinked: 'does not follow from the one before',
  head: 'is not the one that the chain ends with',
  rewritten: 'is not the one that was anchored',
  heads: 'is not of the heads that stand under it',
};

const entryLine = ({ chain, position, fault, anchor }: BrokenEntry): string =>
  `${chain}: entry ${position} ${FAULTS[fault]}${anchor === undefined ? '' : ` (anchor ${anchor})`}`;

const anchorLine = ({ position, fault }: BrokenAnchor): string => `anchor ${position} ${FAULTS[fault]}`;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const anchorOf = ({ newestAnchor }: AuditReport): string =>
  newestAnchor ? `newest anchor ${newestAnchor.position}: ${newestAnchor.hash}` : 'no anchor yet';

const soundLine = (report: AuditReport): string =>
  `sound: ${counted(report.entries, 'entry', 'entries')} of ${counted(report.chains, 'chain', 'chains')}; ${anchorOf(report)}`;

function notedAnchor(args: string[]): string | undefined {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
  const noted = values.anchor?.toLowerCase();
  if (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted))
    throw new UsageError('--anchor takes the hash of an anchor: 64 of 0–9 and a–f');
  return noted;
}

export const verifyAuditCommand: Command = {
  usage: 'verify-audit [--anchor HASH]',
  summary:
    'computes the audit anew and prints the first broken entry of each chain; exit code 1 if there is one, or if no anchor has the HASH noted elsewhere',
  run: async (args, env, { out }) => {
    const noted = notedAnchor(args);
    return withDatabase(env, async ({ db }) => {
      const report = await verifyAuditNow(db);
      const lines = report.broken.map(entryLine);
      if (report.brokenAnchor) lines.push(anchorLine(report.brokenAnchor));
      if (noted !== undefined && !(await hasAuditAnchor(db, noted)))
        lines.push(
          `no anchor has the hash ${noted}: this is not the audit in which it was made, or that was cut before it`,
        );
      for (const line of lines) await out(line);
      if (lines.length === 0) await out(soundLine(report));
      return lines.length === 0 ? 0 : 1;
    });
  },
};
