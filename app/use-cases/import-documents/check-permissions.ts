import { type SqlBool, sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import type { StoredDocument, StoredType } from '../../../db/schema/document-version.ts';
import { grouped } from '../../domain/grouped.ts';
import { type Action, may, mayAtAll, type Owned, relationOf } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import { type Checked, type CheckedFile, keyOf } from './check-entries.ts';
import type { ImportProblem } from './report.ts';

/** What it takes to publish a document of a type. */
const ACTION: Record<StoredType, Action> = {
  pathway: 'publish-pathway',
  'pathway-test': 'publish-pathway',
  quota: 'publish-pathway',
  procedure: 'publish-procedure',
  vacancy: 'publish-vacancy',
};

/** Whose a document is, by what stands at that place of it. */
type Claim = { path: string; owner: Owned };
type DestinationsOf = (pathway: string) => readonly string[];

function claimsOf(document: StoredDocument, destinationsOf: DestinationsOf): Claim[] {
  switch (document.type) {
    case 'pathway':
      return [{ path: '/destination', owner: { state: document.destination } }];
    case 'procedure':
      return [{ path: '/origin', owner: { state: document.origin } }];
    case 'vacancy':
      return [{ path: '/employer', owner: { organisation: document.employer } }];
    default:
      return destinationsOf(document.pathway).map((state) => ({ path: '/pathway', owner: { state } }));
  }
}

/** What stands under the ids of these documents, in every edition. */
async function standingUnder(
  trx: Writer,
  documents: readonly StoredDocument[],
): Promise<Map<string, StoredDocument[]>> {
  const rows = await trx
    .selectFrom('edition')
    .select('body')
    .where(sql<SqlBool>`type = any(${documents.map(({ type }) => type)})`)
    .where(sql<SqlBool>`document_id = any(${documents.map(({ id }) => id)})`)
    .execute();
  return grouped(
    rows.map(({ body }) => body),
    ({ type, id }) => keyOf(type, id),
  );
}

/** Where pathways lead, as they stand and as the file would have them. */
async function destinations(trx: Writer, named: readonly string[], file: CheckedFile): Promise<DestinationsOf> {
  const rows = await trx
    .selectFrom('edition')
    .select(['document_id as id', sql<string>`body ->> 'destination'`.as('destination')])
    .where('type', '=', 'pathway')
    .where(sql<SqlBool>`document_id = any(${[...named]})`)
    .execute();
  const brought = file.documents.flatMap(({ document }) => (document.type === 'pathway' ? [document] : []));
  return (pathway) => [
    ...new Set([...rows, ...brought].flatMap(({ id, destination }) => (id === pathway ? [destination] : []))),
  ];
}

const nameOf = ({ state, organisation }: Owned) => state ?? organisation ?? 'nobody';

/** Why somebody may not publish a document: their role does not, it says that it is another's, or another's stands under its id. */
function objectionTo(
  { document }: Checked,
  who: Extract<Who, { role: unknown }>,
  claims: { said: readonly Claim[]; standing: readonly Claim[] },
): { path: string; message: string } | undefined {
  const action = ACTION[document.type];
  if (!mayAtAll(who, action)) return { path: '/type', message: `the role ${who.role} does not publish this type` };
  const isForeign = ({ owner }: Claim) => !may(who, action, relationOf(who, owner));
  const said = claims.said.find(isForeign);
  const standing = claims.standing.find(isForeign);
  if (standing)
    return { path: '/id', message: `a ${document.type} of ${nameOf(standing.owner)} stands under this id already` };
  return (
    said && {
      path: said.path,
      message: `it is for ${nameOf(said.owner)} to publish, and you act for ${nameOf(who)}`,
    }
  );
}

const pathwayOf = (document: StoredDocument): string[] => ('pathway' in document ? [document.pathway] : []);

/** Documents that are not for who imports to publish. The command line and the start are the operator's, who may all. */
export async function checkPermissions(trx: Writer, file: CheckedFile, who: Who): Promise<ImportProblem[]> {
  if (who.kind === 'operator' || who.kind === 'system') return [];
  if (who.kind !== 'account' && who.kind !== 'token') throw new Error(`${who.kind} publishes nothing`);
  const documents = file.documents.map(({ document }) => document);
  const standing = await standingUnder(trx, documents);
  const pathways = [...documents, ...[...standing.values()].flat()].flatMap(pathwayOf);
  const destinationsOf = await destinations(trx, pathways, file);
  return file.documents.flatMap((checked) => {
    const { place, document } = checked;
    const { type, id } = document;
    const before = standing.get(keyOf(type, id)) ?? [];
    const objection = objectionTo(checked, who, {
      said: claimsOf(document, destinationsOf),
      standing: before.flatMap((one) => claimsOf(one, destinationsOf)),
    });
    return objection ? [{ file: file.name, ...place, type, id, ...objection }] : [];
  });
}
