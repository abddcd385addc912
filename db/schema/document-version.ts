import type { ColumnType, Generated } from 'kysely';
import type {
  DocumentType,
  Pathway,
  PathwayTest,
  Procedure,
  Quota,
  Vacancy,
} from '../../app/domain/documents/index.ts';

/** What the marketplace keeps versions of: profiles are personal data and are not documents here. */
export type StoredType = Exclude<DocumentType, 'profile'>;
export type StoredDocument = Pathway | Procedure | Quota | Vacancy | PathwayTest;

/** Every version of every document ever recorded; rows are never changed or deleted. */
export type DocumentVersionTable = {
  id: Generated<number>;
  type: StoredType;
  document_id: string;
  /** 1, 2, 3 … within (type, document_id), in the order of recording. */
  version: number;
  /** `json`, not `jsonb`: what came in is given back with its own key order. Only checked documents are written. */
  body: ColumnType<StoredDocument, string, never>;
  /** sha-256 of the body with sorted keys, hexadecimal: tells a change from a repetition. */
  hash: string;
  effective_from: string | null;
  effective_to: string | null;
  recorded_at: Generated<Date>;
  recorded_by: string;
  /** Why it was recorded, as its office says to everybody. */
  why: ColumnType<string | null, string | null | undefined, never>;
};

/** A view: the versions that no later one with the same first day replaces, each in the place of the first of them. */
export type EditionView = { place: ColumnType<number, never, never> } & {
  [Column in Exclude<keyof DocumentVersionTable, 'why'>]: DocumentVersionTable[Column] extends ColumnType<
    infer Selected,
    infer _I,
    infer _U
  >
    ? ColumnType<Selected, never, never>
    : ColumnType<DocumentVersionTable[Column], never, never>;
};
