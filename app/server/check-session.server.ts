import { createCookie } from '@remix-run/node';

/** The cookie of a visit to the check: the secret of the session that keeps its private answers, until the browser is closed. */
function cookieOf(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  return createCookie(secure ? '__Host-check' : 'check', { httpOnly: true, sameSite: 'lax', path: '/', secure });
}

const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);

/** The session that a request brings, if any. */
export async function sessionOf(request: Request, publicUrl: string): Promise<string | undefined> {
  const value: unknown = await cookieOf(publicUrl).parse(request.headers.get('Cookie'));
  return isSecret(value) ? value : undefined;
}

/** The cookie that keeps this session in the browser. */
export const sessionCookie = (session: string, publicUrl: string): Promise<string> =>
  cookieOf(publicUrl).serialize(session);

/** The headers that leave a visit with this session; undefined: with none. */
export async function sessionHeaders(session: string | undefined, publicUrl: string): Promise<HeadersInit> {
  const ended = () => cookieOf(publicUrl).serialize('', { maxAge: 0 });
  const value = session === undefined ? await ended() : await sessionCookie(session, publicUrl);
  return { 'Set-Cookie': value };
}
