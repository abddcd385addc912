import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { addressOf } from './flaky-server.ts';

/** A mail as the server was given it. */
export type Mail = { from: string; to: string[]; source: string };

const inBytes = (quoted: string) =>
  Buffer.from(
    quoted
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** The headers of a mail by their names in lower case, and its text as it is read. */
export function read({ source }: Mail): { headers: Map<string, string>; text: string } {
  const end = source.indexOf('\n\n');
  const lines = source.slice(0, end).replace(/\n\s+/g, ' ').split('\n');
  const headers = new Map(
    lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: /, '')]),
  );
  const body = source.slice(end + 2);
  const encoding = headers.get('content-transfer-encoding');
  const bytes =
    encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === '7bit' ? Buffer.from(body) : inBytes(body);
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd() };
}

/** The server's answer to a recipient. */
type Verdict = (address: string) => string;

const pathOf = (line: string) => /<(.*)>/.exec(line)?.[1] ?? '';

/** One talk of SMTP (RFC 5321) as the server holds it. */
async function talk(socket: Socket, deliver: (mail: Mail) => void, verdict: Verdict): Promise<void> {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  let mail: Mail = { from: '', to: [], source: '' };
  let inData = false;
  say('220 test ESMTP');
  for await (const line of createInterface(socket)) {
    if (inData) {
      inData = line !== '.';
      if (inData) mail.source += `${line.replace(/^\./, '')}\n`;
      else deliver(mail);
      if (!inData) say('250 taken');
      continue;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-test\r\n250-SMTPUTF8\r\n250 8BITMIME');
    else if (verb === 'MAIL') {
      mail = { from: pathOf(line), to: [], source: '' };
      say('250 well');
    } else if (verb === 'RCPT') {
      const answer = verdict(pathOf(line));
      if (answer.startsWith('2')) mail.to.push(pathOf(line));
      say(answer);
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('502 not here');
  }
}

/** A mail server on a port of its own that keeps what it is given. */
export async function mailServer(verdict: Verdict = () => '250 well') {
  const mails: Mail[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    talk(socket, (mail) => mails.push(mail), verdict).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return { url: `smtp://127.0.0.1:${addressOf(server.address()).port}`, mails, close: () => server.close() };
}
