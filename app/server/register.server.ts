import type { Reader } from '../../db/client.server.ts';
import { listOrganisations, type OrganisationSearch } from '../../db/queries/organisation.ts';

const PER_PAGE = 50;

/** A page of a register, as its address asks for it. */
export async function registerPage(
  db: Reader,
  params: URLSearchParams,
  search: Pick<OrganisationSearch, 'kind' | 'notVerifiedBy'>,
) {
  const q = (params.get('q') ?? '').trim().slice(0, 200);
  const asked = Number(params.get('page') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const found = await listOrganisations(db, { ...search, q, country: undefined, page, perPage: PER_PAGE });
  return { q, page, pages: Math.max(1, Math.ceil(found.total / PER_PAGE)), ...found };
}
