import { type Cookie, createCookie } from '@remix-run/node';
import type { Role } from '../domain/people/who.ts';
import { cookieSeconds } from '../use-cases/people/sessions.ts';

const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);

/** The signed cookies of this installation: of who is signed in, and of a browser that waits for a code. */
export type Cookies = {
  session(header: string | undefined | null): Promise<string | undefined>;
  keepSession(secret: string, role: Role): Promise<string>;
  endSession(): Promise<string>;
  browser(header: string | undefined | null): Promise<string | undefined>;
  keepBrowser(secret: string): Promise<string>;
};

/** How long a code can be waited for, and a little more. */
const WAITING_SECONDS = 3600;

/** `__Host-` binds a cookie to this host and to https; a browser takes it over no other, so on http the name is plain. */
export function cookiesOf(publicUrl: string, secret: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const cookie = (name: string): Cookie =>
    createCookie(secure ? `__Host-${name}` : name, {
      ...({ httpOnly: true, sameSite: 'lax', path: '/', secure, secrets: [secret] } as const),
    });
  const [session, browser] = [cookie('session'), cookie('sign-in')];
  const read = async (from: Cookie, header: string | undefined | null) => {
    const value: unknown = await from.parse(header ?? null);
    return isSecret(value) ? value : undefined;
  };
  return {
    session: (header) => read(session, header),
    keepSession: (value, role) => session.serialize(value, { maxAge: cookieSeconds(role) }),
    endSession: () => session.serialize('', { maxAge: 0 }),
    browser: (header) => read(browser, header),
    keepBrowser: (value) => browser.serialize(value, { maxAge: WAITING_SECONDS }),
  };
}
