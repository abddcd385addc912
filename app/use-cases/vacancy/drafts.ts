import { randomBytes } from 'node:crypto';
import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { findPosting, setMarketTest } from '../../../db/queries/vacancy.ts';
import {
  type Draft,
  deleteDraft,
  findDraft,
  insertDraft,
  listDrafts,
  updateDraft,
} from '../../../db/queries/vacancy-draft.ts';
import type { Problem, VacancyDraft } from '../../domain/documents/index.ts';
import { slugOf } from '../../domain/people/organisation.ts';
import type { VacancyStage } from '../../domain/vacancy/stage.ts';
import { importWithin } from '../import-documents/import-documents.ts';
import { projectChanged } from '../project-changed.ts';
import type { Entry } from '../read-documents/entry.ts';
import type { Employer } from './employer.ts';

/** Begins a vacancy; the id of its draft. */
export const beginDraft = (db: Db, { who, organisation }: Employer, body: VacancyDraft): Promise<string> =>
  acting(db, who, (trx) => insertDraft(trx, organisation, { vacancy: null, body, marketTest: null }));

/** Begins what an own vacancy becomes next; undefined where it is none of theirs. */
export function draftAnew(db: Db, { who, organisation }: Employer, id: string): Promise<string | undefined> {
  return acting(db, who, async (trx) => {
    const posting = await findPosting(trx, id);
    if (posting?.vacancy.employer !== organisation) return undefined;
    const { type: _type, id: vacancy, employer: _employer, ...body } = posting.vacancy;
    return insertDraft(trx, organisation, { vacancy, body, marketTest: posting.marketTest });
  });
}

/** A draft of the organisation that somebody acts for. */
export const ownDraft = (db: Db, { who }: Employer, id: string): Promise<Draft | undefined> =>
  acting(db, who, (trx) => findDraft(trx, id));

export const ownDrafts = (db: Db, { who, organisation }: Employer): Promise<Draft[]> =>
  acting(db, who, (trx) => listDrafts(trx, organisation));

export const saveDraft = (
  db: Db,
  { who }: Employer,
  id: string,
  draft: Pick<Draft, 'body' | 'marketTest'>,
): Promise<void> => acting(db, who, (trx) => updateDraft(trx, id, draft));

export const discardDraft = (db: Db, { who }: Employer, id: string): Promise<void> =>
  acting(db, who, (trx) => deleteDraft(trx, id));

/** What became of a draft: the vacancy and where it stands now, or what is wrong with it. */
export type Submitted = { ok: true; id: string; stage: VacancyStage } | { ok: false; problems: readonly Problem[] };

/** Takes back what the transaction did. */
class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('a draft cannot be published');
  }
}

const newId = ({ title }: VacancyDraft): string =>
  `${slugOf(title?.en ?? '') || 'vacancy'}-${randomBytes(3).toString('hex')}`;

async function* only(value: unknown): AsyncGenerator<Entry> {
  yield { place: {}, value };
}

async function submit(trx: Writer, { who, organisation }: Employer, draft: Draft): Promise<Submitted> {
  const id = draft.vacancy ?? newId(draft.body);
  const vacancy = { type: 'vacancy', id, employer: organisation, ...draft.body };
  const file = { name: `${id}.json`, entries: only(vacancy) };
  const report = await importWithin(trx, file, { by: organisation, who, onDocuments: projectChanged });
  if (report.problems.length > 0) throw new Refused(report.problems);
  await setMarketTest(trx, id, draft.marketTest);
  await deleteDraft(trx, draft.id);
  const posting = await findPosting(trx, id);
  if (!posting) throw new Error('a recorded vacancy stands nowhere');
  return { ok: true, id, stage: posting.stage };
}

/** Publishes a draft, or hands it to the officers of the destination where its pathway asks for that; all of it or nothing. */
export async function submitDraft(db: Db, employer: Employer, id: string): Promise<Submitted | undefined> {
  try {
    return await acting(db, employer.who, async (trx) => {
      const draft = await findDraft(trx, id);
      return draft && (await submit(trx, employer, draft));
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    throw error;
  }
}
