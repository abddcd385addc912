import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMessage } from '../../app/i18n/notice.ts';
import { readEnv } from '../../app/server/env.server.ts';
import { messageSettings, openSender } from '../../app/server/message/sender.server.ts';
import { smsSend } from '../../app/server/message/sms.server.ts';
import { smtpSend, trySmtp } from '../../app/server/message/smtp.server.ts';
import { MessageRefused, type Outgoing } from '../../app/use-cases/people/message-sender.ts';
import { type FlakyServer, flakyServer, hang, saysJson } from '../support/flaky-server.ts';
import { mailServer, read } from '../support/mail-server.ts';

const CODE = '012345';
const FROM = 'Fairway <fairway@example.org>';
const message = (to: Outgoing['to'], locale: Outgoing['locale'] = 'en'): Outgoing => ({
  to,
  locale,
  message: inMessage(locale, { kind: 'code', code: CODE, minutes: 10 }),
});
const NADIA = { kind: 'email', address: 'nadia@example.org' } as const;
const PHONE = { kind: 'phone', address: '+254712344321' } as const;

const refusalOf = (sending: Promise<void>) =>
  sending.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof MessageRefused) return { forGood: error.forGood, words: error.message };
      throw error;
    },
  );

describe('mail', () => {
  it.each(['en', 'ar'] as const)('brings the text as it was written: %s', async (locale) => {
    const server = await mailServer();
    await smtpSend({ url: server.url, from: FROM })(message(NADIA, locale));
    const [mail] = server.mails;
    if (!mail) throw new Error('no mail came');
    const { headers, text } = read(mail);
    expect(mail).toMatchObject({ from: 'fairway@example.org', to: ['nadia@example.org'] });
    expect(text).toBe(message(NADIA, locale).message.text);
    expect(headers.get('from')).toBe(FROM);
    expect(headers.get('content-language')).toBe(locale);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    server.close();
  });

  it('reaches an address with letters of any script', async () => {
    const server = await mailServer();
    await smtpSend({ url: server.url, from: FROM })(
      message({ kind: 'email', address: 'नादिया@xn--mgbh0fb.xn--kgbechtv' }),
    );
    expect(server.mails[0]?.to[0]).toMatch(/^नादिया@/);
    server.close();
  });

  it.each([
    ['550 5.1.1 nobody here by the name of nadia@example.org', true],
    ['451 4.7.1 nadia@example.org may come later', false],
  ])('that is refused says so without the address: %s', async (answer, forGood) => {
    const server = await mailServer(() => answer);
    const refusal = await refusalOf(smtpSend({ url: server.url, from: FROM })(message(NADIA)));
    expect(refusal).toEqual({
      forGood,
      words: expect.stringMatching(new RegExp(`did not take it: EENVELOPE ${answer.slice(0, 3)}$`)),
    });
    server.close();
  });

  it('is tried again where nobody answers', async () => {
    const server = await mailServer();
    server.close();
    const settings = { url: server.url, from: FROM };
    expect(await refusalOf(smtpSend(settings)(message(NADIA)))).toMatchObject({ forGood: false });
    expect(await refusalOf(trySmtp(settings))).toMatchObject({ words: expect.stringMatching(/ESOCKET|ECONNECTION/) });
  });

  it('is not sent with a password in the clear', async () => {
    const server = await mailServer();
    const url = server.url.replace('smtp://', 'smtp://fairway:hunter2@').replace('127.0.0.1', '0.0.0.0');
    const refusal = await refusalOf(smtpSend({ url, from: FROM })(message(NADIA)));
    expect(refusal).toMatchObject({ words: expect.stringMatching(/ ETLS/) });
    expect(server.mails).toEqual([]);
    server.close();
  });

  it('can be tried without sending any', async () => {
    const server = await mailServer();
    await trySmtp({ url: server.url });
    expect(server.mails).toEqual([]);
    server.close();
  });
});

describe('a text message', () => {
  const asked: { headers: Record<string, unknown>; body: unknown }[] = [];
  let gateway: FlakyServer;
  beforeAll(async () => {
    gateway = await flakyServer(saysJson(200, {}));
  });
  afterAll(() => gateway.refuse());
  const send = (patienceMs = 10_000) =>
    smsSend({ url: `${gateway.url}/messages`, token: 'hunter2', from: 'Fairway', patienceMs })(message(PHONE));

  it('is handed to the gateway with our token', async () => {
    gateway.turn(({ method, url, headers }, answer, body) => {
      asked.push({ headers, body: JSON.parse(body.toString()) });
      answer.writeHead(method === 'POST' && url === '/messages' ? 202 : 404).end('taken');
    });
    await send();
    expect(asked).toEqual([
      {
        headers: expect.objectContaining({ authorization: 'Bearer hunter2', 'content-type': 'application/json' }),
        body: { to: PHONE.address, from: 'Fairway', text: message(PHONE).message.text },
      },
    ]);
  });

  it.each([
    [500, false],
    [503, false],
    [429, false],
    [408, false],
    [400, true],
    [401, true],
  ])('that is answered with %d: no other try is %s', async (status, forGood) => {
    gateway.turn(saysJson(status, { error: `no such number ${PHONE.address}` }));
    expect(await refusalOf(send())).toEqual({ forGood, words: `the SMS gateway answered ${status}` });
  });

  it('is not waited for for ever, nor sent on to another place', async () => {
    gateway.turn(hang);
    expect(await refusalOf(send(20))).toEqual({
      forGood: false,
      words: 'the SMS gateway did not answer: TimeoutError',
    });
    gateway.turn((_, answer) => void answer.writeHead(307, { location: 'http://127.0.0.1:1/' }).end());
    expect(await refusalOf(send())).toMatchObject({ forGood: false });
    gateway.turn(({ socket }) => void socket.destroy());
    expect(await refusalOf(send())).toEqual({ forGood: false, words: expect.not.stringContaining(PHONE.address) });
  });
});

describe('the sender of an installation', () => {
  const kinds = (env: Record<string, string>) => openSender(messageSettings(readEnv(env)), () => undefined).kinds;
  const SESSION_SECRET = 's'.repeat(32);
  const ofOthers = { DATABASE_URL: 'postgres://a@b/c', SESSION_SECRET };
  const smtp = { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: FROM };
  const sms = { SMS_URL: 'https://sms.example/', SMS_TOKEN: 'hunter2', SMS_FROM: 'Fairway' };

  it.each([
    ['on the machine of who tries it', {}, ['email', 'phone']],
    ['there, with a database of its own', { ...ofOthers, PUBLIC_URL: 'http://localhost:3000' }, ['email', 'phone']],
    ['in a house, without a certificate', { HOST: '0.0.0.0' }, ['email', 'phone']],
    ['where others reach it', { PUBLIC_URL: 'https://fairway.example' }, []],
    ['there, with a database of its own', { ...ofOthers, PUBLIC_URL: 'http://fairway.example' }, []],
    ['behind a proxy, whatever it is reached by', { ...ofOthers, TRUST_PROXY: 'loopback' }, []],
    ['with a mail server', smtp, ['email']],
    ['with a gateway', { ...sms, PUBLIC_URL: 'https://fairway.example' }, ['phone']],
    ['with both', { ...smtp, ...sms }, ['email', 'phone']],
  ])('%s', (_, env, ways) => expect(kinds(env)).toEqual(ways));

  it('shows messages where that is all it can do', async () => {
    const shown: string[] = [];
    await openSender(messageSettings(readEnv({})), (line) => shown.push(line)).send(message(PHONE));
    expect(shown.join()).toContain(message(PHONE).message.text);
    expect(shown.join()).toContain(PHONE.address);
  });
});
