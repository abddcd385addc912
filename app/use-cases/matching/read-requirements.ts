import type { Writer } from '../../../db/client.server.ts';
import { documentHash } from '../../../db/document-hash.ts';
import { pathwayEditions } from '../../../db/queries/pathway.ts';
import {
  listUnread,
  listVacancies,
  projectRequirements,
  type Unread,
  upsertRequirements,
} from '../../../db/queries/requirement.ts';
import type { Pathway, Vacancy } from '../../domain/documents/index.ts';
import { offerTerms } from '../../domain/matching/offer-terms.ts';
import { requirementOf, requiringOf } from '../../domain/matching/requirement.ts';

const BATCH = 1_000;

function termsOf(vacancy: Vacancy) {
  const { skills, levels, wage } = offerTerms(vacancy);
  return { id: vacancy.id, skills, levels, currency: wage?.currency ?? null, wage: wage?.amount ?? null };
}

async function readBatch(trx: Writer, ids: readonly string[], editions: Map<string, Pathway[]>): Promise<void> {
  const vacancies = await listVacancies(trx, ids);
  const unknown = [...new Set(vacancies.map(({ pathway }) => pathway))].filter((id) => !editions.has(id));
  for (const [id, found] of await pathwayEditions(trx, unknown)) editions.set(id, found);
  const read = vacancies.map((vacancy) => ({
    hash: documentHash(requirementOf(vacancy, editions.get(vacancy.pathway) ?? [])),
    vacancy,
  }));
  const samples = new Map(read.map(({ hash, vacancy }) => [hash, { hash, sample: requiringOf(vacancy) }]));
  const numbers = await upsertRequirements(trx, [...samples.values()]);
  await projectRequirements(
    trx,
    read.flatMap(({ hash, vacancy }) => {
      const requirement = numbers.get(hash);
      return requirement === undefined ? [] : [{ ...termsOf(vacancy), requirement }];
    }),
  );
}

/** Works out what vacancies require and what a score counts of them, in the transaction that changed them or their pathways. */
export async function readRequirements(trx: Writer, unread: Unread): Promise<void> {
  const ids = await listUnread(trx, unread);
  const editions = new Map<string, Pathway[]>();
  for (let at = 0; at < ids.length; at += BATCH) await readBatch(trx, ids.slice(at, at + BATCH), editions);
}
