import type { ColumnType, Generated } from 'kysely';
import type { AllocationRequest, AllocationStatus } from '../../app/domain/quota/allocation.ts';
import type { EntryKind } from '../../app/domain/quota/ledger.ts';
import type { PlacesNews, QuotaLevel } from '../../app/domain/quota/level.ts';

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
  /** How many entries its ledger has; their sums are its places, allocated and used. */
  entries: Generated<number>;
};

/** Places promised for somebody's vacancy or case; made, moved on and corrected by functions of the database alone. */
export type QuotaAllocationTable = {
  id: ColumnType<number, never, never>;
  quota: ColumnType<string, never, never>;
  /** Who asked; a reference is unique per office and quota. */
  office: ColumnType<string, never, never>;
  reference: ColumnType<string, never, never>;
  places: ColumnType<number, never, never>;
  /** What was asked, to the letter: the same again is answered the same. */
  request: ColumnType<AllocationRequest, never, never>;
  vacancy: ColumnType<string | null, never, never>;
  /** Made by the vacancy as it was published or filled: it moves with that alone. */
  of_vacancy: ColumnType<boolean, never, never>;
  status: ColumnType<AllocationStatus, never, never>;
  /** When a hold ends that was not taken up. */
  expires_at: ColumnType<Date | null, never, never>;
  allocated_at: ColumnType<Date, never, never>;
  settled_at: ColumnType<Date | null, never, never>;
};

/** One entry of a quota's ledger, never changed: what it added to each sum, and what each came to. */
export type QuotaEntryTable = {
  quota: ColumnType<string, never, never>;
  /** From 1, without a gap. */
  position: ColumnType<number, never, never>;
  kind: ColumnType<EntryKind, never, never>;
  at: ColumnType<Date, never, never>;
  places: ColumnType<number, never, never>;
  allocated: ColumnType<number, never, never>;
  used: ColumnType<number, never, never>;
  places_after: ColumnType<number, never, never>;
  allocated_after: ColumnType<number, never, never>;
  used_after: ColumnType<number, never, never>;
  /** The quota of which the places were asked: this one, or one below it. */
  asked_of: ColumnType<string, never, never>;
  allocation: ColumnType<number | null, never, never>;
  office: ColumnType<string, never, never>;
  /** The account or token in whose name, or what else it was. */
  who: ColumnType<string, never, never>;
  why: ColumnType<string | null, never, never>;
};

/** What became of the places of a past period, as an office reports it; the last entry of a quota counts. */
export type QuotaIntakeTable = {
  id: ColumnType<number, never, never>;
  quota: string;
  used: number;
  as_of: string;
  source_title: string;
  source_url: string | null;
  office: string;
  recorded_at: ColumnType<Date, never, never>;
};

/** How far a topmost quota was used up when its followers were last told. */
export type QuotaLevelTable = {
  quota: string;
  level: QuotaLevel;
  since: Generated<Date>;
  /** What its followers were told then; null: nothing. */
  news: PlacesNews | null;
  /** Where that stands among the recorded versions. */
  record: number | null;
};
