import type { Reader } from '../../db/client.server.ts';
import { listVerifications, type Verification } from '../../db/queries/organisation.ts';
import { findPathway } from '../../db/queries/pathway.ts';
import { findPublicPosting } from '../../db/queries/vacancy.ts';
import { type ShownVacancy, showVacancy } from '../../search/vacancy/hit.ts';
import type { Pathway } from '../domain/documents/index.ts';
import { type Ended, endedOf } from '../domain/vacancy/ended.ts';

export type ReadVacancy = {
  shown: ShownVacancy;
  pathway: Pathway;
  /** Who verified its employer, as it stands. */
  verifications: readonly Verification[];
  /** Null: it can be applied for. */
  ended: Ended | null;
};

/** A vacancy that everybody may read of, with its pathway, and whether it can be applied for on a day. */
export async function readVacancy(
  db: Reader,
  id: string,
  on: string,
  currency: string,
): Promise<ReadVacancy | undefined> {
  const posting = await findPublicPosting(db, id);
  if (!posting) return undefined;
  const [shown, edition, verifications] = await Promise.all([
    showVacancy(db, posting, currency),
    findPathway(db, posting.vacancy.pathway, on),
    listVerifications(db, posting.vacancy.employer),
  ]);
  if (!shown || !edition) return undefined;
  const { document: pathway, notInEffect } = edition;
  return {
    ...{ shown, pathway, ended: endedOf(posting, notInEffect, on) },
    verifications: verifications.filter(({ withdrawnOn }) => withdrawnOn === null),
  };
}
