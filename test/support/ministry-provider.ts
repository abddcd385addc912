import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { addressOf } from './flaky-server.ts';

/** Who is signed in at the provider. */
export type Person = { sub: string; email?: string; email_verified?: boolean };

/** How it answers otherwise than a sound provider does; `claims` stand in for what the token would say. */
export type Fault = { claims?: JWTPayload; forged?: boolean; silent?: 'everywhere' | 'for tokens' };

export type Ministry = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who comes next, and how they are met. */
  signsIn(person: Person, fault?: Fault): void;
  close(): Promise<void>;
};

export const CLIENT = { clientId: 'fairway', clientSecret: 'a secret: of tests & no use' } as const;
/** Where the server of the browser's tests looks for it. */
export const E2E_PROVIDER_PORT = 3198;

const seconds = () => Math.floor(Date.now() / 1000);

/** As RFC 6749, 2.3.1 has it: form-encoded before it is joined. */
const formEncoded = (part: string) => new URLSearchParams({ part }).toString().slice('part='.length);
const BASIC = `Basic ${Buffer.from(`${formEncoded(CLIENT.clientId)}:${formEncoded(CLIENT.clientSecret)}`).toString('base64')}`;

/** An OpenID Connect provider on a port of its own: code flow with PKCE, each code once, ID tokens signed by RS256. */
export async function ministryProvider(port = 0): Promise<Ministry> {
  const [{ privateKey, publicKey }, forger] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const codes = new Map<string, { asked: URLSearchParams; person: Person; fault: Fault }>();
  let next: { person: Person; fault: Fault } = { person: { sub: 'nobody' }, fault: {} };
  const server = createServer((request, response) => void meet(request, response));
  server.listen(port, '127.0.0.1').unref();
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${addressOf(server.address()).port}`;

  const say = (response: ServerResponse, body: object, status = 200) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  const published = {
    ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
    ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
    ...{ id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] },
    authorization_response_iss_parameter_supported: true,
  };

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(await text(request));
    const code = codes.get(sent.get('code') ?? '');
    codes.delete(sent.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    if (request.headers.authorization !== BASIC) return say(response, { error: 'invalid_client' }, 401);
    if (code?.asked.get('code_challenge') !== verifier) return say(response, { error: 'invalid_grant' }, 400);
    if (code.asked.get('redirect_uri') !== sent.get('redirect_uri'))
      return say(response, { error: 'invalid_grant' }, 400);
    const claims = {
      ...{ iss: issuer, aud: CLIENT.clientId, ...code.person, nonce: code.asked.get('nonce') ?? '' },
      ...{ iat: seconds(), exp: seconds() + 60, auth_time: seconds(), ...code.fault.claims },
    };
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' });
    const id_token = await signed.sign(code.fault.forged ? forger.privateKey : privateKey);
    say(response, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token });
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const [back, code] = [new URL(asked.get('redirect_uri') ?? ''), randomUUID()];
    codes.set(code, { asked, ...next });
    for (const [name, value] of Object.entries({ code, state: asked.get('state') ?? '', iss: issuer }))
      back.searchParams.set(name, value);
    response.writeHead(302, { location: back.href }).end();
  }

  async function meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const { silent } = next.fault;
    if (silent === 'everywhere' || (silent && pathname === '/token')) return;
    if (pathname === '/.well-known/openid-configuration') say(response, published);
    else if (pathname === '/keys')
      say(response, { keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one', use: 'sig' }] });
    else if (pathname === '/authorize') authorize(searchParams, response);
    else await token(request, response);
  }

  return {
    ...{ issuer, ...CLIENT },
    signsIn: (person, fault = {}) => {
      next = { person, fault };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
