import type { TaskList } from 'graphile-worker';
import type { Db, Writer } from '../../../db/client.server.ts';
import { insertFound, insertMatched, listSearches, takePending } from '../../../db/queries/alert.ts';
import { listToTell } from '../../../db/queries/found-worker.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import { listOpenPostings } from '../../../db/queries/vacancy.ts';
import { foundAmong } from '../../../search/vacancy/postgres.server.ts';
import { parseVacancySearch } from '../../../search/vacancy/query.ts';
import type { Vacancy } from '../../domain/documents/index.ts';
import { DEFAULT_LOCALE } from '../../i18n/locale.ts';
import { today } from '../today.ts';
import { MATCH } from './ask-to-match.ts';

/** How many different searches are looked at before the next are read. */
const PAGE = 500;

/** Writes down for each saved search which of the vacancies it finds: searches that are the same are asked once. */
async function matchSearches(trx: Writer, vacancies: readonly string[], on: string): Promise<void> {
  for (let after: string | undefined; ; ) {
    const searches = await listSearches(trx, after, PAGE);
    for (const text of searches) {
      const { search } = parseVacancySearch(new URLSearchParams(text));
      const found = await foundAmong(trx, { ...search, locale: DEFAULT_LOCALE, on }, vacancies);
      if (found.length > 0) await insertFound(trx, text, found);
    }
    const last = searches.at(-1);
    if (searches.length < PAGE || last === undefined) return;
    after = last;
  }
}

/** Writes down for each profile which of the vacancies are for it: each vacancy is one question to the database. */
async function matchProfiles(trx: Writer, vacancies: readonly Vacancy[], on: string): Promise<void> {
  const ids = [...new Set(vacancies.map(({ pathway }) => pathway))];
  const inEffect = (await listPathways(trx, on, ids)).filter(({ notInEffect }) => !notInEffect);
  const pathways = new Map(inEffect.map(({ document }) => [document.id, document]));
  for (const vacancy of vacancies) {
    const pathway = pathways.get(vacancy.pathway);
    const accounts = pathway ? await listToTell(trx, { pathway, vacancy, on }) : [];
    if (accounts.length > 0) await insertMatched(trx, vacancy.id, accounts);
  }
}

/** Finds out whom to tell of these vacancies, of those that are open by now. Done again it finds nobody again. */
async function matchAll(trx: Writer, vacancies: readonly string[], on: string): Promise<void> {
  const open = await listOpenPostings(trx, vacancies, on);
  if (open.length === 0) return;
  await matchSearches(
    trx,
    open.map(({ id }) => id),
    on,
  );
  await matchProfiles(trx, open, on);
}

/** As many as one transaction looks at: what a killed one took is there again. */
const BATCH = 500;

/** Finds out whom to tell of every vacancy that waits for it. */
export async function matchAlerts(db: Db, on: string): Promise<void> {
  for (let taken = BATCH; taken === BATCH; )
    taken = await db.transaction().execute(async (trx) => {
      const vacancies = await takePending(trx, BATCH);
      await matchAll(trx, vacancies, on);
      return vacancies.length;
    });
}

/** The job, for the job runner. */
export const matching = (db: Db): TaskList => ({ [MATCH]: () => matchAlerts(db, today()) });
