/**
 * What a quota's ledger knows. Places change when it is published, amended, or when places are transferred to or from a sibling;
 * the rest is about the allocations from it and from the quotas below it.
 */
export const ENTRY_KINDS = [
  'published',
  'amended',
  'transferred',
  'allocated',
  'taken-up',
  'released',
  'expired',
  'corrected',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
