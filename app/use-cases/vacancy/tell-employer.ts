import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listMembersToTell } from '../../../db/queries/account.ts';
import { findPosting } from '../../../db/queries/vacancy.ts';
import { VACANCY_NEWS, type VacancyNews } from '../../domain/vacancy/news.ts';
import { DEFAULT_LOCALE, isLocale } from '../../i18n/locale.ts';
import { sayOnOneLine } from '../../i18n/text.ts';
import { postUnder } from '../people/post.ts';

/** The job that tells the members of an employer what became of one of their vacancies. */
const TELL = 'tell-employer';

const Payload = z.object({ vacancy: z.string(), news: z.enum(VACANCY_NEWS) });

/** Puts the word to an employer into the transaction of what happened: who its members are, only the job may see. */
export async function askToTellEmployer(trx: Writer, vacancy: string, news: VacancyNews): Promise<void> {
  await sql`select ask_for_job(${TELL}, ${JSON.stringify({ vacancy, news })}::json, null, 5)`.execute(trx);
}

type Telling = { db: Db; secret: string; publicUrl: string };

/** Tells each member once, and nobody where the vacancy is none any more. */
export async function tellEmployer({ db, secret, publicUrl }: Telling, payload: unknown): Promise<void> {
  const { vacancy: id, news } = Payload.parse(payload);
  const post = postUnder(secret);
  await db.transaction().execute(async (trx) => {
    const posting = await findPosting(trx, id);
    if (!posting) return;
    const { employer, title } = posting.vacancy;
    for (const { to, locale: told } of await listMembersToTell(trx, employer)) {
      const locale = isLocale(told) ? told : DEFAULT_LOCALE;
      const url = `${publicUrl}/${locale}/employer/vacancies/${id}`;
      await post(trx, { to, locale, notice: { kind: `vacancy-${news}`, title: sayOnOneLine(title, locale), url } });
    }
  });
}

/** The job, for the job runner. */
export const tellingEmployers = (doors: Telling): TaskList => ({ [TELL]: (payload) => tellEmployer(doors, payload) });
