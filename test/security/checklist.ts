/** A test, by its file and a part of its name. */
type Shown = { by: string; test: string };
/** A requirement of OWASP's Application Security Verification Standard 5.0.0, levels 1 and 2, in our own words. */
type Line = { id: string; what: string } & ({ shown: readonly Shown[] } | { open: string } | { not: string });

const shown = (id: string, what: string, ...tests: (readonly [by: string, test: string])[]): Line => ({
  ...{ id, what, shown: tests.map(([by, test]) => ({ by, test })) },
});
const open = (id: string, what: string, why: string): Line => ({ id, what, open: why });
const not = (id: string, what: string, why: string): Line => ({ id, what, not: why });

const ACCOUNTS = 'test/integration/accounts.test.ts';
const ANSWERS = 'test/security/answers.test.ts';
const MATRIX = 'test/integration/permission-matrix.test.ts';
const POLICIES = 'test/integration/row-policies.test.ts';
const MINISTRY = 'test/integration/ministry-sign-in.test.ts';
const LIMITS = 'test/integration/limits.test.ts';
const CODE = 'app/domain/people/code.test.ts';
const PASSWORD = 'app/domain/people/password.test.ts';

/** What a test can show of the standard, where it shows it; and what is open. */
export const CHECKLIST: readonly Line[] = [
  shown('1.2.4', 'values reach SQL as parameters', ['test/integration/search-api.test.ts', 'signs']),
  shown('1.3.2', 'no text is run as a program', [ANSWERS, 'no way to run a text']),
  shown('1.3.11', 'what is typed cannot write headers of a mail', ['app/use-cases/people/address.test.ts', 'mail']),
  not('1.5.1', 'XML readers resolve no entities', 'no XML is read'),
  shown('3.3.1', 'cookies are Secure and of this host', [ANSWERS, 'cookies of this host alone']),
  shown('3.3.2', 'cookies have SameSite', [ACCOUNTS, 'no other site sends']),
  shown('3.3.3', 'cookies begin with __Host-', [ANSWERS, 'cookies of this host alone']),
  shown('3.3.4', 'no script reads the session', [ACCOUNTS, 'no script reads']),
  shown('3.4.2', 'other origins read only what is public', [ANSWERS, 'no page of another origin']),
  shown('3.4.3', 'a policy says what may load', [ANSWERS, 'keep a browser to our own pages']),
  shown('3.4.4', 'types are not guessed', [ANSWERS, 'keep a browser to our own pages']),
  shown('3.4.5', 'addresses do not leak by the referrer', [ANSWERS, 'keep a browser to our own pages']),
  shown('3.4.6', 'nobody frames a page', [ANSWERS, 'keep a browser to our own pages']),
  shown('3.5.1', 'forms of other sites are refused', [ACCOUNTS, 'are refused with 403']),
  shown('3.5.3', 'nothing changes by GET', [ANSWERS, 'nothing changes by GET']),
  shown('3.7.2', 'nobody is sent on to another site', [ACCOUNTS, 'to nowhere else']),
  shown('4.1.1', 'an answer says what it is', [ANSWERS, 'says what it is']),
  open('6.1.2', 'words of this place are refused as passwords', 'the list has the commonest passwords only'),
  shown('6.2.1', 'passwords have at least 12 characters', [PASSWORD, 'short']),
  shown('6.2.2', 'passwords can be changed', [ACCOUNTS, 'ends all other sessions when it changes']),
  shown('6.2.3', 'whoever changes one shows who they are', [ACCOUNTS, 'older than a quarter of an hour']),
  shown('6.2.4', 'the 3,000 commonest passwords are refused', [PASSWORD, 'the commonest 3,000']),
  shown('6.2.9', 'long passwords are taken', [PASSWORD, 'long']),
  open(
    '6.2.12',
    'passwords known from breaches are refused',
    'no such list is shipped, and none is asked for over the network',
  ),
  shown('6.3.1', 'guessing is slowed', [LIMITS, 'password']),
  open(
    '6.3.3',
    'staff sign in by two factors',
    'passkeys and the providers of ministries are there; nobody is made to use one',
  ),
  shown('6.4.1', 'codes end and serve once', [ACCOUNTS, 'takes no code twice'], [ACCOUNTS, 'after ten minutes']),
  shown('6.5.1', 'a code serves once', [ACCOUNTS, 'takes no code twice']),
  shown('6.5.5', 'a code lives ten minutes', [ACCOUNTS, 'after ten minutes'], [CODE, 'expired']),
  shown('6.6.2', 'a code serves where it was asked for', [ACCOUNTS, 'only in the browser that asked']),
  shown('6.6.3', 'codes cannot be guessed through', [ACCOUNTS, 'after five wrong ones']),
  shown('6.8.1', 'an identity of one provider is none of another', [MINISTRY, 'with the subject of another provider']),
  shown('6.8.2', 'what a provider says is signed', [MINISTRY, 'another key signed']),
  shown('6.8.4', 'a sign-in at a provider is of this moment', [MINISTRY, 'signed in there too long ago']),
  shown('7.2.4', 'a sign-in has a new session', [ACCOUNTS, 'a new id at each sign-in']),
  shown('7.3.1', 'unused sessions end', [ACCOUNTS, 'not used for too long']),
  shown('7.3.2', 'sessions last no longer than they may', [ACCOUNTS, 'lasts no longer than it may']),
  shown('7.4.1', 'signing out ends the session, not the cookie alone', [ACCOUNTS, 'whoever kept a copy']),
  shown('7.4.2', 'a deleted account has no sessions', [ACCOUNTS, 'is deleted with all that belongs to it']),
  shown('7.4.3', 'a new password ends other sessions', [ACCOUNTS, 'ends all other sessions']),
  shown('7.4.5', 'administrators end sessions of others', [
    'test/integration/officers.test.ts',
    'signs an officer out everywhere',
  ]),
  shown('7.5.1', 'ways in change after a fresh sign-in', [ACCOUNTS, 'older than a quarter of an hour']),
  shown('8.2.1', 'each function is for whom it is for', [MATRIX, 'every route, method, identity and object']),
  shown(
    '8.2.2',
    'others’ objects are out of reach',
    [MATRIX, 'every route'],
    [ACCOUNTS, 'what is others'],
    [POLICIES, 'their account alone'],
  ),
  shown('8.3.1', 'the database says so too', [POLICIES, 'their account alone']),
  shown('9.1.1', 'tokens that carry their contents are verified; ours carry none', [MINISTRY, 'another key signed']),
  shown('9.2.1', 'and hold for their time', [MINISTRY, 'token has expired']),
  shown('9.2.3', 'and for us', [MINISTRY, 'for another client']),
  shown('10.1.2', 'a provider’s answer is taken where it was asked for', [MINISTRY, 'comes back with another state']),
  shown('10.2.1', 'by PKCE and a state', [MINISTRY, 'asked for a code with PKCE']),
  shown('10.2.2', 'and from the provider that was asked', [MINISTRY, 'another provider’s way']),
  shown('10.5.1', 'an ID token answers one request', [MINISTRY, 'answers another request']),
  shown('10.5.2', 'people are known by issuer and subject', [MINISTRY, 'known by issuer and subject']),
  shown('10.5.3', 'the issuer is the one that was set up', [MINISTRY, 'token is of another issuer']),
  shown('10.5.4', 'an ID token is for us', [MINISTRY, 'for another client']),
  shown('11.3.2', 'what waits in the database to be sent is sealed', ['app/use-cases/seal.test.ts', 'key']),
  shown('11.4.2', 'passwords are hashed by argon2id', ['app/use-cases/people/password.test.ts', 'argon2id']),
  shown('13.4.4', 'TRACE is refused', [ANSWERS, 'TRACE']),
  shown('14.2.1', 'private answers are not in addresses', ['test/integration/check-keeping.test.ts', 'private']),
  shown('14.3.1', 'signing out clears the browser', [ANSWERS, 'cleared from the browser']),
  shown('14.3.2', 'personal pages are kept by nobody', [ANSWERS, 'kept by nobody']),
  shown('15.1.2', 'what is shipped is listed, with its licences', [ANSWERS, 'whose licences are listed']),
  shown('15.2.2', 'hashing passwords starves nobody', ['app/use-cases/people/turns.test.ts', 'at once']),
  shown('16.2.5', 'the log names nobody', [ANSWERS, 'names nobody']),
  shown('16.3.1', 'sign-ins are logged, failed ones too', [ANSWERS, 'sign-ins that fail']),
  shown('16.3.2', 'what is forbidden is logged', [ANSWERS, 'what is forbidden']),
  shown('16.4.2', 'the audit cannot be changed unseen', ['test/integration/audit.test.ts', 'tampering']),
];
