import type { Reader } from '../../db/client.server.ts';
import { listVerifications, type Verification } from '../../db/queries/organisation.ts';
import { findPathway } from '../../db/queries/pathway.ts';
import { findPublicPosting } from '../../db/queries/vacancy.ts';
import { type ShownVacancy, showVacancy } from '../../search/vacancy/hit.ts';
import type { Pathway } from '../domain/documents/index.ts';

/** Why nobody can apply for a vacancy any more, or at present. */
type Ended = 'filled' | 'closed' | 'withdrawn' | 'late' | 'flagged' | 'notInEffect';

export type ReadVacancy = {
  shown: ShownVacancy;
  pathway: Pathway;
  /** Who verified its employer, as it stands. */
  verifications: readonly Verification[];
  /** Null: it can be applied for. */
  ended: Ended | null;
};

function endedOf({ posting, placesLeft }: ShownVacancy, notInEffect: boolean, on: string): Ended | null {
  const { stage, vacancy, flags } = posting;
  if (stage === 'filled' || stage === 'closed' || stage === 'withdrawn') return stage;
  if (placesLeft === 0) return 'filled';
  if (vacancy.applyBy !== undefined && vacancy.applyBy < on) return 'late';
  if (flags !== null) return 'flagged';
  return notInEffect ? 'notInEffect' : null;
}

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
    ...{ shown, pathway, ended: endedOf(shown, notInEffect, on) },
    verifications: verifications.filter(({ withdrawnOn }) => withdrawnOn === null),
  };
}
