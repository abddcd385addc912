import { describe, expect, it } from 'vitest';
import { EnvError, publicUrlOf, readEnv } from './env.server.ts';

const refusal = (source: Record<string, string>) => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return '';
};

describe('the environment', () => {
  it('has a default for whatever has one, and an empty value counts as absent', () => {
    expect(readEnv({ PORT: '', HOST: ' ', MEILI_URL: '' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      RATE_LIMIT: 'on',
      SMS_PER_HOUR: 1_000,
      TRUST_PROXY: [],
      LOG_LEVEL: 'info',
    });
  });

  it('ignores what is not ours', () => expect(readEnv({ PATH: '/bin' })).not.toHaveProperty('PATH'));

  it('names everything that is wrong at once, with what is expected and never the value', () => {
    const message = refusal({ PORT: 'hunter2', MEILI_URL: 'ftp://hunter2', RATE_LIMIT: 'hunter2' });
    expect(message).toMatch(/PORT: expected a port.*MEILI_URL: expected.*RATE_LIMIT: expected/s);
    expect(message).not.toContain('hunter2');
  });

  it.each(['0', '65536', '-1', '1e3', '3000 ', 'http'])('takes %j for no port', (PORT) =>
    expect(refusal({ PORT })).toMatch(/^ {2}PORT: /m),
  );

  it('takes addresses and networks of proxies, and nothing that would trust everybody by a slip', () => {
    const TRUST_PROXY = 'loopback, 10.0.0.0/8,2001:db8::/32 , 192.0.2.1';
    expect(readEnv({ TRUST_PROXY }).TRUST_PROXY).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.1']);
    for (const wrong of ['true', '1', '*', 'proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'loopback,'])
      expect(refusal({ TRUST_PROXY: wrong }), wrong).toMatch(/^ {2}TRUST_PROXY: expected addresses/m);
  });

  it('asks for a session secret with a database of someone else', () => {
    const DATABASE_URL = 'postgres://a@b/c';
    expect(refusal({ DATABASE_URL })).toMatch(/SESSION_SECRET/);
    expect(refusal({ DATABASE_URL, SESSION_SECRET: 'short' })).toMatch(/SESSION_SECRET/);
    expect(readEnv({ DATABASE_URL, SESSION_SECRET: 's'.repeat(32) })).toMatchObject({ DATABASE_URL });
  });

  it('asks for what a mail server or a gateway is of no use without', () => {
    const SMTP_URL = 'smtp://u:p@mail.example:587';
    expect(refusal({ SMTP_URL })).toMatch(/MAIL_FROM: expected .*since SMTP_URL is set/);
    expect(refusal({ SMS_URL: 'https://sms.example/send' })).toMatch(
      /SMS_TOKEN: .*\n.*SMS_FROM: .*since SMS_URL is set/,
    );
    expect(readEnv({ SMTP_URL, MAIL_FROM: 'Fairway <fairway@example.org>' })).toMatchObject({ SMTP_URL });
  });

  const MINISTRY = {
    ...{ id: 'bmas', label: 'BMAS', role: 'destination-ministry', state: 'DE' },
    ...{ issuer: 'https://id.example', clientId: 'fairway', clientSecret: 'hunter2' },
  };

  it('takes a list of ministries, each with its labour ministry for an office and for invited officers alone', () =>
    expect(readEnv({ OIDC_MINISTRIES: JSON.stringify([MINISTRY]) }).OIDC_MINISTRIES).toEqual([
      { ...MINISTRY, organisation: 'ministry-de', admit: 'invited' },
    ]));

  it.each([
    ['{', ''],
    ['{}', ''],
    [JSON.stringify([MINISTRY, MINISTRY]), ''],
    [JSON.stringify([{ ...MINISTRY, issuer: 'http://id.example' }]), '0.issuer'],
    [JSON.stringify([MINISTRY, { ...MINISTRY, id: 'b', role: 'administrator' }]), '1.role'],
    [JSON.stringify([{ ...MINISTRY, state: 'Germany' }]), '0.state'],
    [JSON.stringify([{ ...MINISTRY, secret: 'hunter2' }]), '0.secret'],
    [JSON.stringify([{ ...MINISTRY, clientId: undefined, clientSecret: '' }]), '0.clientId, 0.clientSecret'],
  ])('takes no list of ministries such as %s, and names the place', (OIDC_MINISTRIES, place) => {
    const message = refusal({ OIDC_MINISTRIES });
    expect(message).toMatch(/^ {2}OIDC_MINISTRIES: expected a JSON list/m);
    expect(message.endsWith(place === '' ? 'clientSecret' : `(wrong at ${place})`), message).toBe(true);
    expect(message).not.toContain('hunter2');
  });

  it.each([
    ['SMTP_URL', 'https://mail.example'],
    ['MAIL_FROM', 'fairway'],
    ['MAIL_FROM', 'Fairway <fairway@example.org>\r\nBcc: other@example.org'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['SMS_URL', 'http://sms.example/'],
    ['SMS_TOKEN', 'two words'],
    ['SMS_FROM', 'longer than phones show'],
  ])('takes no %s that is %j', (name, value) =>
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^ {2}${name}: `, 'm')),
  );

  it.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
    [{ PUBLIC_URL: 'https://fairway.example/' }, 'https://fairway.example'],
  ])('gives the public address: %j', (env, url) => expect(publicUrlOf(readEnv(env))).toBe(url));
});
