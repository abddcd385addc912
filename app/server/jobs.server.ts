import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.server.ts';
import { renaming } from '../../search/vacancy/rename.ts';
import { matching } from '../use-cases/alert/match-alerts.ts';
import { alerting } from '../use-cases/alert/send-alerts.ts';
import { anchoring } from '../use-cases/audit/anchor-audit.ts';
import { upkeep } from '../use-cases/forget-expired.ts';
import { closing } from '../use-cases/publishing/close-undecided.ts';
import { announcing } from '../use-cases/publishing/publish-announced.ts';
import { telling } from '../use-cases/publishing/tell-followers.ts';
import { checkingLedgers } from '../use-cases/quota/check-ledgers.ts';
import { expiring } from '../use-cases/quota/expire-holds.ts';
import { watching } from '../use-cases/quota/watch-quotas.ts';
import { expiringVacancies } from '../use-cases/vacancy/expire-vacancies.ts';
import { rechecking } from '../use-cases/vacancy/recheck-vacancies.ts';
import { tellingEmployers } from '../use-cases/vacancy/tell-employer.ts';
import { tellingWorkers } from '../use-cases/vacancy/tell-worker.ts';
import { uploading } from '../use-cases/vacancy/upload-vacancies.ts';
import { type Env, publicUrlOf } from './env.server.ts';
import { senderOf, sending } from './message/sending.server.ts';
import { installationSecret } from './secret.server.ts';

/** The jobs of an installation, beside those of its search; they work as the owner of the database. */
export function jobsOf(env: Env, db: Db, log: Logger): TaskList {
  const doors = { db, secret: installationSecret(env), publicUrl: publicUrlOf(env) };
  return {
    ...upkeep(db),
    ...sending(env, log),
    ...telling(doors),
    ...watching(doors),
    ...tellingEmployers(doors),
    ...tellingWorkers(doors),
    ...alerting({ ...doors, sender: senderOf(env), log }),
    ...matching(db),
    ...rechecking(db),
    ...renaming(db),
    ...uploading(db, log),
    ...expiringVacancies(db),
    ...closing(db),
    ...anchoring(db, log),
    ...announcing(db, log),
    ...expiring(db),
    ...checkingLedgers(db, log),
  };
}
