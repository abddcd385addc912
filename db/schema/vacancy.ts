import type { ColumnType, Generated } from 'kysely';
import type { VacancyDraft } from '../../app/domain/documents/index.ts';
import type { Who } from '../../app/domain/people/who.ts';
import type { MarketTest } from '../../app/domain/vacancy/draft/market-test.ts';
import type { Flaw } from '../../app/domain/vacancy/flaw.ts';
import type { Clearance } from '../../app/domain/vacancy/marks.ts';
import type { VacancyStage } from '../../app/domain/vacancy/stage.ts';

/** Where each vacancy stands; what it says is the version recorded last. A row of every vacancy that was ever recorded. */
export type VacancyTable = {
  id: string;
  version_id: number;
  employer: string;
  pathway: string;
  destination: string;
  occupation: string;
  sector: string;
  places: number;
  /** Places filled, of these. */
  taken: Generated<number>;
  start_on: string | null;
  apply_by: string | null;
  stage: VacancyStage;
  since: Generated<Date>;
  /** Why it stands there: what an officer sent it back for, or why it ended; in the words of whoever did that. */
  why: string | null;
  /** The allocation of the places that it holds, or held last. */
  hold_quota: string | null;
  hold_office: string | null;
  hold_reference: string | null;
  /** What does not fit its pathway any more as that stands now, or has to be looked at; null: nothing. It is offered to nobody meanwhile. */
  flags: ColumnType<readonly Flaw[] | null, string | null | undefined, string | null>;
  /** What its employer and an officer are shown besides, and what hides nothing; null: nothing. */
  remarks: ColumnType<readonly Flaw[] | null, string | null | undefined, string | null>;
  /** In what an officer found nothing wrong; null: nobody was asked. */
  cleared: ColumnType<Clearance | null, string | null | undefined, string | null>;
  /** What shows that nobody was found on the labour market there, for the officer who verifies. */
  market_test: ColumnType<MarketTest | null, string | null | undefined, string | null>;
  /** The office of the destination that verified it, and when. */
  verified_by: string | null;
  verified_on: string | null;
  /** The training under its pathway that it belongs to. */
  partnership: string | null;
  /** Made up, and shown so. */
  example: Generated<boolean>;
  /** What it requires of a person, which others may require as well; null: recorded before there was such a table, and not read yet. */
  requirement: number | null;
  /** What a score counts of what it asks for, folded: skills, and every level of every language up to one above that asked for. */
  asked_skills: Generated<string[]>;
  asked_levels: Generated<string[]>;
  /** The gross wage for a year; null where that takes hours a week which are not stated. */
  yearly_currency: string | null;
  yearly_wage: ColumnType<string | null, number | null | undefined, number | null>;
};

/** A vacancy as its employer writes it: rows are seen by members of the organisation alone, by policy. */
export type VacancyDraftTable = {
  id: Generated<string>;
  organisation: string;
  /** The vacancy that it becomes a version of; null: a new one. */
  vacancy: string | null;
  body: ColumnType<VacancyDraft, string, string>;
  market_test: ColumnType<MarketTest | null, string | null, string | null>;
  updated_at: Generated<Date>;
};

export type UploadStatus = 'waiting' | 'reading' | 'recording' | 'done' | 'refused' | 'failed';

/** What is said of a line of a table, in English; `flaw`: how its vacancy does not fit, for whoever says it in another language. */
export type LineProblem = { line?: number; path: string; message: string; flaw?: Flaw };

/**
 * What an import of a table came to: what was written, or what is wrong with which line; `more`: problems beyond those told. `warnings`: what
 * of what was written has to be looked at; absent in the reports of earlier days.
 */
export type UploadReport = {
  created: number;
  updated: number;
  unchanged: number;
  problems: readonly LineProblem[];
  more: number;
  warnings?: { told: readonly LineProblem[]; more: number };
};

/** A table of vacancies on its way in: rows are seen by members of the organisation alone, by policy. */
export type VacancyUploadTable = {
  id: Generated<string>;
  organisation: string;
  /** In whose name it is published. */
  who: ColumnType<Who, string, never>;
  name: string;
  /** When all of it was there: from then on its pieces are kept until it is recorded. */
  arrived_at: Date | null;
  /** Lines of the table, its header left out. */
  lines: number;
  read: Generated<number>;
  status: Generated<UploadStatus>;
  report: ColumnType<UploadReport | null, string | null, string | null>;
  created_at: Generated<Date>;
  ended_at: Date | null;
};

/** A piece of such a table, cut anywhere. */
export type VacancyUploadPieceTable = { upload: string; place: number; bytes: Buffer };
