import { isIPv4, isIPv6 } from 'node:net';
import * as z from 'zod';
import { OperatorError } from '../../db/operator-error.ts';
import { MinistrySettings } from './ministry/setting.server.ts';
import { address, sealed } from './web-address.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));

const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().refine(isNetwork)));

/** An address, a network such as 10.0.0.0/8, or one of the names that Express knows. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIPv6(address) ? 128 : isIPv4(address) ? 32 : -1;
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** Name <address>, or the address alone, as the From of a mail. */
const MAILBOX = /^(?:[^\p{C}<>"@,;:\\()[\]]*<[^\s\p{C}<>@]+@[^\s\p{C}<>@]+>|[^\s\p{C}<>@]+@[^\s\p{C}<>@]+)$/u;

/** Each variable with what is expected of it, said when it is wrong; a wrong value itself is never printed. */
const VARIABLES = {
  PORT: [port.default(3000), 'a port, 1 to 65535'],
  HOST: [z.string().min(1).default('127.0.0.1'), 'an address of this machine to listen on'],
  DATABASE_URL: [
    address(['postgres:', 'postgresql:']).optional(),
    'a PostgreSQL address, postgres://user:password@host/database',
  ],
  DATA_DIR: [z.string().min(1).default('.data'), 'a folder'],
  MEILI_URL: [address(['http:', 'https:']).optional(), 'the address of a Meilisearch, http://host:port'],
  MEILI_API_KEY: [z.string().min(1).optional(), 'a Meilisearch key'],
  MEILI_BIN: [z.string().min(1).optional(), 'the path of a meilisearch program'],
  MEILI_PREFIX: [
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/)
      .optional(),
    'up to 60 letters, digits, hyphens and underscores',
  ],
  SESSION_SECRET: [z.string().min(32).optional(), 'a secret of at least 32 characters'],
  RATE_LIMIT: [z.enum(['on', 'off']).default('on'), '"on" or "off"'],
  TRUST_PROXY: [
    proxies.default([]),
    'addresses or networks of proxies whose X-Forwarded-For is believed, such as "loopback, 10.0.0.0/8"',
  ],
  PUBLIC_URL: [address(['http:', 'https:']).optional(), 'the address by which people reach this service, https://…'],
  SMTP_URL: [address(['smtp:', 'smtps:']).optional(), 'a mail server, smtp://user:password@host:587 or smtps://…'],
  MAIL_FROM: [z.string().regex(MAILBOX).optional(), 'whom mail comes from, such as Fairway <fairway@example.org>'],
  SMS_URL: [sealed.optional(), 'the address of an SMS gateway, https://…'],
  SMS_TOKEN: [
    z
      .string()
      .regex(/^[!-~]+$/)
      .optional(),
    'the token that the SMS gateway asks for',
  ],
  SMS_FROM: [
    z
      .string()
      .regex(/^(?:\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/)
      .optional(),
    'whom text messages come from: a number, or up to 11 letters and digits',
  ],
  OIDC_MINISTRIES: [
    MinistrySettings.optional(),
    'a JSON list of ministries, each with an id of its own, label, role, state, issuer (https), clientId and clientSecret',
  ],
  SMS_PER_HOUR: [
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number)
      .default(1_000),
    'how many codes by phone are sent in an hour at most, a whole number',
  ],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'fatal, error, warn, info, debug, trace or silent',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

const Environment = z.object({
  PORT: VARIABLES.PORT[0],
  HOST: VARIABLES.HOST[0],
  DATABASE_URL: VARIABLES.DATABASE_URL[0],
  DATA_DIR: VARIABLES.DATA_DIR[0],
  MEILI_URL: VARIABLES.MEILI_URL[0],
  MEILI_API_KEY: VARIABLES.MEILI_API_KEY[0],
  MEILI_BIN: VARIABLES.MEILI_BIN[0],
  MEILI_PREFIX: VARIABLES.MEILI_PREFIX[0],
  SESSION_SECRET: VARIABLES.SESSION_SECRET[0],
  RATE_LIMIT: VARIABLES.RATE_LIMIT[0],
  TRUST_PROXY: VARIABLES.TRUST_PROXY[0],
  PUBLIC_URL: VARIABLES.PUBLIC_URL[0],
  SMTP_URL: VARIABLES.SMTP_URL[0],
  MAIL_FROM: VARIABLES.MAIL_FROM[0],
  SMS_URL: VARIABLES.SMS_URL[0],
  SMS_TOKEN: VARIABLES.SMS_TOKEN[0],
  SMS_FROM: VARIABLES.SMS_FROM[0],
  OIDC_MINISTRIES: VARIABLES.OIDC_MINISTRIES[0],
  SMS_PER_HOUR: VARIABLES.SMS_PER_HOUR[0],
  LOG_LEVEL: VARIABLES.LOG_LEVEL[0],
});
export type Env = z.infer<typeof Environment>;

/** What a variable is of no use without. */
const NEEDS = {
  DATABASE_URL: ['SESSION_SECRET'],
  SMTP_URL: ['MAIL_FROM'],
  SMS_URL: ['SMS_TOKEN', 'SMS_FROM'],
} as const satisfies Partial<Record<keyof typeof VARIABLES, readonly (keyof typeof VARIABLES)[]>>;

/** What is wrong with the environment, a line a variable. */
export class EnvError extends OperatorError {}

const isVariable = (name: string): name is keyof typeof VARIABLES => Object.hasOwn(VARIABLES, name);
const line = (name: string) => `${name}: expected ${isVariable(name) ? VARIABLES[name][1] : 'another value'}`;

/** Which parts of a list are wrong, by their places; keys that are none of ours among them. */
const placeOf = ({ path: [, ...place], ...issue }: z.core.$ZodIssue): string[] =>
  (issue.code === 'unrecognized_keys' ? issue.keys : ['']).map((key) =>
    [...place, key].filter((part) => part !== '').join('.'),
  );

const wrongLine = (name: string, issues: readonly z.core.$ZodIssue[]): string => {
  const places = issues.flatMap(placeOf).filter((place) => place !== '');
  return places.length > 0 ? `${line(name)} (wrong at ${places.join(', ')})` : line(name);
};

/** Reads the environment once, through its schema; an empty value counts as absent. Throws EnvError. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const stated = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => isVariable(name) && value?.trim()),
  );
  const parsed = Environment.safeParse(stated);
  const issues = parsed.success ? [] : parsed.error.issues;
  const wrong = [...new Set(issues.map(({ path }) => String(path[0])))].map((name) =>
    wrongLine(
      name,
      issues.filter(({ path }) => path[0] === name),
    ),
  );
  const lacking = Object.entries(NEEDS).flatMap(([name, needed]) =>
    stated[name] === undefined
      ? []
      : needed.filter((one) => stated[one] === undefined).map((one) => `${line(one)}, since ${name} is set`),
  );
  const problems = [...wrong, ...lacking];
  if (!parsed.success || problems.length > 0)
    throw new EnvError(`The environment is not right:\n${problems.map((one) => `  ${one}`).join('\n')}`);
  return parsed.data;
}

/** The public address of this installation, without a slash at its end. */
export const publicUrlOf = ({ PUBLIC_URL, HOST, PORT }: Pick<Env, 'PUBLIC_URL' | 'HOST' | 'PORT'>): string =>
  (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/$/, '');
