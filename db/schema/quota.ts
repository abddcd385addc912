import type { Generated } from 'kysely';

export type QuotaTable = {
  id: string;
  version_id: number;
  pathway: string;
  parent: string | null;
  period_from: string;
  period_to: string | null;
  places: number;
  /** Not stated: counts as a ceiling, but is not written down as one. */
  kind: 'ceiling' | 'allocation' | 'target' | 'reserve' | null;
  scope_origin: string | null;
  scope_sector: string | null;
  scope_occupation: string | null;
  scope_tranche: string | null;
  /** Granted and neither released nor expired. */
  allocated: Generated<number>;
  /** Taken up, of the allocated. */
  used: Generated<number>;
};
