import { createHash } from 'node:crypto';

/** A weak validator of a body: compression changes its bytes, not its meaning. */
const etagOf = (body: Buffer) => `W/"${createHash('sha1').update(body).digest('base64url')}"`;

const opaque = (etag: string) => etag.trim().replace(/^W\//, '');

/** If-None-Match compares weakly: proxies that compress make weak validators of strong ones and the other way round. */
const matches = (header: string, etag: string) =>
  header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(etag));

/** The body with its ETag, or 304 where the reader holds it already (RFC 9110, If-None-Match). */
export function respond(
  request: Request,
  body: string,
  { status = 200, headers }: { status?: number; headers: Headers },
): Response {
  const bytes = Buffer.from(body); // once, for the validator and for the reader
  if (status === 200 && (request.method === 'GET' || request.method === 'HEAD')) {
    const etag = etagOf(bytes);
    headers.set('ETag', etag);
    const known = request.headers.get('If-None-Match');
    if (known !== null && matches(known, etag)) {
      headers.delete('Content-Type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(bytes, { status, headers });
}
