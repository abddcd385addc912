import { completeDocuments } from '../../app/domain/documents/complete-documents.ts';
import { documentSchemas, type Pathway, type Profile, walkCriteria } from '../../app/domain/documents/index.ts';

const saidIn = ({ eligibility }: Pathway) =>
  [...walkCriteria(eligibility)].flatMap(({ criterion }) => (criterion.fact === 'declared' ? [criterion.of] : []));

/** Somebody who has told everything, and says yes to whatever one can only say, so that few rules are settled by their first criteria. */
export function toldAll(pathways: readonly Pathway[]): Profile {
  const profile = documentSchemas.profile.parse(completeDocuments.profile);
  return { ...profile, declared: Object.fromEntries(pathways.flatMap(saidIn).map((id) => [id, true])) };
}
