import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { readEmail } from '../../domain/people/address.ts';
import type { Claimed, OfficeDoor, proofOf } from '../../use-cases/people/ministry-in.ts';
import { isLoopback } from '../web-address.ts';
import type { MinistrySetting } from './setting.server.ts';

/** A provider is asked up to three times for one sign-in, and nobody is kept waiting for longer than ten seconds. */
const PATIENCE_SECONDS = 3;

/** A sign-in there that is older is made anew, since ours counts as one of this moment. */
const MOST_AGE_SECONDS = 15 * 60;

/** What a provider published of itself is read anew after an hour. */
const KNOWN_FOR_MS = 3600_000;

type Proof = ReturnType<typeof proofOf>;

/** `away`: the provider does not answer as one; `refused`: it let nobody in, or what came is not what was asked for. `why`: for the log. */
type Refusal = { ok: false; problem: 'away' | 'refused'; why: string };

type Tried<T> = { ok: true; done: T } | Refusal;

/** The way to a ministry's provider and back. */
export type MinistryProvider = {
  id: string;
  office: OfficeDoor;
  /** The address there that somebody goes to. */
  setOut(proof: Proof): Promise<Tried<string>>;
  /** `query`: what the browser came back with. */
  comeBack(query: string, proof: Proof): Promise<Tried<Claimed>>;
};

/** As the provider takes it; `client_secret_basic` where it says nothing (OpenID Connect Discovery 1.0, 3). */
const authenticatedBy =
  (secret: string): ClientAuth =>
  (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    way(secret)(server, ...request);
  };

const whyOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? `${error.message} (${String(error.code)})` : error.message) : 'unknown';

/** A connection that fails, and one that takes too long. */
const isAway = (error: unknown): boolean =>
  (error instanceof TypeError && !('code' in error)) ||
  (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT');

const refusal = (problem: Refusal['problem'], error: unknown): Refusal => ({ ok: false, problem, why: whyOf(error) });

/** Finds out how to speak to a provider, once an hour; what failed is tried anew. */
function discoverer({ issuer, clientId, clientSecret }: MinistrySetting): () => Promise<Configuration> {
  let known: { config: Promise<Configuration>; until: number } | undefined;
  const execute = [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])];
  return () => {
    if (known && known.until > Date.now()) return known.config;
    const options = { execute, timeout: PATIENCE_SECONDS };
    const config = discovery(new URL(issuer), clientId, undefined, authenticatedBy(clientSecret), options);
    known = { config, until: Date.now() + KNOWN_FOR_MS };
    config.catch(() => {
      known = undefined;
    });
    return config;
  };
}

async function urlTo(config: Configuration, back: string, { state, nonce, verifier }: Proof): Promise<string> {
  return buildAuthorizationUrl(config, {
    ...{ redirect_uri: back, scope: 'openid email', state, nonce, max_age: String(MOST_AGE_SECONDS) },
    ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
  }).href;
}

async function claimedBy(config: Configuration, came: URL, { state, nonce, verifier }: Proof): Promise<Claimed> {
  const tokens = await authorizationCodeGrant(config, came, {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, maxAge: MOST_AGE_SECONDS },
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token came');
  const email = claims['email_verified'] === true ? readEmail(String(claims['email'])) : undefined;
  return { issuer: claims.iss, subject: claims.sub, email: email?.address };
}

/** The provider of a ministry; `publicUrl` is the address to which it sends browsers back. */
export function providerOf(setting: MinistrySetting, publicUrl: string): MinistryProvider {
  const discovered = discoverer(setting);
  const back = `${publicUrl}/sign-in/ministry/${setting.id}`;
  const tried = async <T>(work: (config: Configuration) => Promise<T>): Promise<Tried<T>> => {
    const found = await discovered().catch((error: unknown) => refusal('away', error));
    if ('ok' in found) return found;
    return work(found).then(
      (done) => ({ ok: true, done }),
      (error: unknown) => refusal(isAway(error) ? 'away' : 'refused', error),
    );
  };
  return {
    id: setting.id,
    office: setting,
    setOut: (proof) => tried((config) => urlTo(config, back, proof)),
    comeBack: (query, proof) => tried((config) => claimedBy(config, new URL(`${back}${query}`), proof)),
  };
}

/** The providers of an installation by their ids, in the order in which they were named. */
export const providersOf = (
  settings: readonly MinistrySetting[],
  publicUrl: string,
): ReadonlyMap<string, MinistryProvider> =>
  new Map(settings.map((setting) => [setting.id, providerOf(setting, publicUrl)]));
