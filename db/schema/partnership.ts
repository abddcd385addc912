import type { ColumnType, Generated } from 'kysely';
import type { Outgrown, Partnership, PartnershipStage } from '../../app/domain/partnership/partnership.ts';

/** Training before the journey; the columns beside `body` are what its rows are found and decided by. */
export type PartnershipTable = {
  id: string;
  pathway: string;
  body: ColumnType<Partnership, string, string>;
  /** Where people are trained, and where their pathway leads. */
  origin: string;
  destination: string;
  starts_on: string;
  seats_away: number;
  seats_home: number;
  /** Taken, of these. */
  taken_away: Generated<number>;
  taken_home: Generated<number>;
  stage: Generated<PartnershipStage>;
  /** Why it does not fit its pathway as that stands by now, and is offered to nobody; null: it fits. */
  misfit: Outgrown | null;
  /** The office that published it last. */
  office: string;
  /** Made up, and shown so. */
  example: Generated<boolean>;
  published_at: Generated<Date>;
};
