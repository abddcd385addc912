import type { TaskList } from 'graphile-worker';
import * as z from 'zod';
import type { Db } from '../../../db/client.server.ts';
import { insertFound, insertMatched, listSearches } from '../../../db/queries/alert.ts';
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
async function matchSearches(db: Db, vacancies: readonly string[], on: string): Promise<void> {
  for (let after: string | undefined; ; ) {
    const searches = await listSearches(db, after, PAGE);
    for (const text of searches) {
      const { search } = parseVacancySearch(new URLSearchParams(text));
      const found = await foundAmong(db, { ...search, locale: DEFAULT_LOCALE, on }, vacancies);
      if (found.length > 0) await insertFound(db, text, found);
    }
    const last = searches.at(-1);
    if (searches.length < PAGE || last === undefined) return;
    after = last;
  }
}

/** Writes down for each profile which of the vacancies are for it: each vacancy is one question to the database. */
async function matchProfiles(db: Db, vacancies: readonly Vacancy[], on: string): Promise<void> {
  const ids = [...new Set(vacancies.map(({ pathway }) => pathway))];
  const inEffect = (await listPathways(db, on, ids)).filter(({ notInEffect }) => !notInEffect);
  const pathways = new Map(inEffect.map(({ document }) => [document.id, document]));
  for (const vacancy of vacancies) {
    const pathway = pathways.get(vacancy.pathway);
    const accounts = pathway ? await listToTell(db, { pathway, vacancy, on }) : [];
    if (accounts.length > 0) await insertMatched(db, vacancy.id, accounts);
  }
}

/** Finds out whom to tell of these vacancies, of those that are open by now. Done again it finds nobody again. */
export async function matchAlerts(db: Db, vacancies: readonly string[], on: string): Promise<void> {
  const open = await listOpenPostings(db, vacancies, on);
  if (open.length === 0) return;
  await matchSearches(
    db,
    open.map(({ id }) => id),
    on,
  );
  await matchProfiles(db, open, on);
}

const Payload = z.object({ vacancies: z.array(z.string()) });

/** The job, for the job runner. */
export const matching = (db: Db): TaskList => ({
  [MATCH]: (payload) => matchAlerts(db, Payload.parse(payload).vacancies, today()),
});
