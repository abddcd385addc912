import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { partnershipOf, setPartnership } from '../../../db/queries/partnership.ts';
import { findPosting } from '../../../db/queries/vacancy.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Employer } from '../vacancy/employer.ts';

/** Says which training an employer's own vacancy belongs to, null: none; `missing`: it is none of theirs, `wrong`: that is not open under its pathway. */
export function joinPartnership(
  db: Db,
  { who }: Employer,
  { id, partnership }: { id: string; partnership: string | null },
): Promise<'joined' | 'missing' | 'wrong'> {
  return acting(db, who, async (trx) => {
    const posting = await findPosting(trx, id);
    const relation = posting && relationOf(who, { organisation: posting.vacancy.employer });
    if (!relation || !may(who, 'move-vacancy', relation)) return 'missing';
    const before = (await partnershipOf(trx, id))?.id ?? null;
    if (before === partnership) return 'joined';
    if (!(await setPartnership(trx, id, partnership))) return 'wrong';
    await appendAudit(trx, {
      ...{ chain: chainOf(who), who, action: 'move-vacancy', object: { type: 'vacancy', id } },
      ...{ before: { partnership: before }, after: { partnership } },
    });
    return 'joined';
  });
}
