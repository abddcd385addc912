import { apiCall, personalJson, problem } from '../../server/api.server.ts';
import { badBody, contentType } from '../../server/body.server.ts';
import { type Published, publishDocuments } from '../../use-cases/publishing/publish-documents.ts';

const FORMATS: ReadonlyMap<string, 'json' | 'ndjson'> = new Map([
  ['application/json', 'json'],
  ['application/x-ndjson', 'ndjson'],
]);

/** An import waits for other writers and, afterwards, for the search. */
const PATIENCE_MS = 90_000;

const WHOSE = 'A document is not for this token to publish. Nothing was written.';

function refusalOf({ why, problems }: Extract<Published, { ok: false }>): Response {
  if (why === 'wrong') return badBody(problems);
  if (why === 'forbidden') return problem({ status: 403, title: 'Forbidden', detail: WHOSE, errors: problems });
  return problem({ status: 400, title: 'Bad Request', detail: 'The request cannot be read.', errors: problems });
}

export const action = apiCall(async ({ request, context }) => {
  const format = FORMATS.get(contentType(request));
  if (!format) {
    const detail = `Send the documents as ${[...FORMATS.keys()].join(' (a list) or ')} (one a line).`;
    return problem({ status: 415, title: 'Unsupported Media Type', detail });
  }
  const body = new Uint8Array(await request.arrayBuffer());
  const published = await publishDocuments(context.database, context.who, { body, format });
  if (!published.ok) return refusalOf(published);
  const { created, updated, unchanged, warnings } = published;
  const searchable = created + updated === 0 || (await context.searchable());
  return personalJson({
    ...{ created, updated, unchanged },
    ...(warnings && { warnings }),
    ...(!searchable && { searchable }),
  });
}, PATIENCE_MS);
