import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../app/domain/people/who.ts';
import { forgetExpired } from '../../app/use-cases/forget-expired.ts';
import type { Self } from '../../app/use-cases/people/account-audit.ts';
import { accept, readInvitation } from '../../app/use-cases/people/invitations.ts';
import type { Post } from '../../app/use-cases/people/post.ts';
import { inviteAgain, inviteByMail, openInvitations, uninvite } from '../../app/use-cases/people/send-invitations.ts';
import type { Connection } from '../../db/client.server.ts';
import { insertAccount, insertAddress } from '../../db/queries/account.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';

const NOW = new Date();
const LETTER = { locale: 'es', publicUrl: 'https://fairway.example', now: NOW } as const;
const OFFICER = { email: 'officer@ministry.example', role: 'origin-ministry', state: 'NP' } as const;

let database: TestDatabase;
let web: Connection;
let administrator: Self;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  const account = await database.db.transaction().execute(async (trx) => {
    const id = await insertAccount(trx, { locale: 'en', auditKey: 'a'.repeat(64) });
    await insertAddress(trx, id, { kind: 'email', address: 'admin@fairway.example' }, new Date(0));
    return id;
  });
  administrator = { kind: 'account', account, role: 'administrator' };
});

let posted: Parameters<Post>[1][];
beforeEach(async () => {
  await database.db.deleteFrom('invitation').execute();
  posted = [];
});

const doors = (sends: readonly 'email'[] = ['email']) => ({
  ...{ database: web.db, sends, post: async (_trx: unknown, letter: Parameters<Post>[1]) => void posted.push(letter) },
});
const invite = () => inviteByMail(doors(), administrator, OFFICER, LETTER);
const read = (link: string) => readInvitation(web.db, link.split('/').at(-1) ?? '');
const open = () => openInvitations(web.db, administrator);

describe('an invitation', () => {
  it('is sent to whom it is for, and says who invited, to what and until when', async () => {
    const { link, sent } = await invite();
    expect(sent).toBe(true);
    expect(posted).toEqual([
      {
        ...{ to: { kind: 'email', address: OFFICER.email }, locale: 'es' },
        notice: {
          ...{ kind: 'invitation', by: 'admin@fairway.example', role: expect.stringMatching(/Nepal$/), url: link },
          until: expect.stringMatching(/UTC/),
        },
      },
    ]);
    expect(link).toMatch(/^https:\/\/fairway\.example\/es\/invitation\/[\w-]{43}$/);
    expect(await read(link)).toMatchObject({
      ...{ email: OFFICER.email, role: 'origin-ministry', state: 'NP', invitedBy: 'admin@fairway.example' },
      expiresAt: new Date(NOW.getTime() + 72 * 3_600_000),
    });
  });

  it('is shown alone where no e-mail can be sent', async () => {
    const { link, sent } = await inviteByMail(doors([]), administrator, OFFICER, LETTER);
    expect([sent, posted]).toEqual([false, []]);
    expect(await read(link)).toBeDefined();
  });

  it('sent again holds anew by another link, and by the one before no more', async () => {
    const first = await invite();
    await database.db
      .updateTable('invitation')
      .set({ expires_at: new Date(0) })
      .execute();
    const [listed] = await open();
    const again = await inviteAgain(doors(), administrator, listed?.id ?? '', LETTER);
    expect(again).toMatchObject({ email: OFFICER.email, sent: true });
    expect(posted).toHaveLength(2);
    expect(await read(first.link)).toBeUndefined();
    expect(await read(again?.link ?? '')).toBeDefined();
    expect(await open()).toHaveLength(1);
  });

  it('that was taken back, or accepted, opens nothing more and is not sent again', async () => {
    const { link } = await invite();
    const [listed] = await open();
    await uninvite(web.db, administrator, listed?.id ?? '');
    expect(await read(link)).toBeUndefined();
    const other = await invite();
    const [accepted] = await open();
    const token = other.link.split('/').at(-1) ?? '';
    expect(await accept(web.db, token, { locale: 'es', browser: '', now: NOW })).toMatchObject({ ok: true });
    await uninvite(web.db, administrator, accepted?.id ?? '');
    for (const { id } of [listed, accepted].flatMap((one) => one ?? []))
      expect(await inviteAgain(doors(), administrator, id, LETTER)).toBeUndefined();
    expect(await open()).toEqual([]);
  });

  it('stands in the audit of the office: made, sent again, taken back', async () => {
    await invite();
    const [listed] = await open();
    const id = listed?.id ?? '';
    await inviteAgain(doors(), administrator, id, LETTER);
    await uninvite(web.db, administrator, id);
    const rows = await database.db
      .selectFrom('audit_entry')
      .select(['chain', 'body'])
      .where('object_id', '=', id)
      .execute();
    expect(rows.map(({ chain }) => chain)).toEqual(['ministry-np', 'ministry-np', 'ministry-np']);
    expect(rows.map(({ body }) => JSON.parse(body).after)).toEqual([
      ...[expect.objectContaining({ role: 'origin-ministry', state: 'NP' }), 'sent again', null],
    ]);
    expect(JSON.stringify(rows)).not.toContain(OFFICER.email);
  });

  it('is forgotten a month after it was over', async () => {
    await invite();
    const over = (days: number) =>
      database.db
        .updateTable('invitation')
        .set({ expires_at: new Date(Date.now() - days * 86_400_000) })
        .execute();
    await over(29);
    await forgetExpired(database.db);
    expect(await open()).toHaveLength(1);
    await over(31);
    await forgetExpired(database.db);
    expect(await open()).toEqual([]);
  });
});

it('nobody but an administrator sees, sends or takes back one', async () => {
  const { link } = await invite();
  const [listed] = await open();
  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    const who: Self = { kind: 'account', account: randomUUID(), role, state: 'NP', organisation: 'ministry-np' };
    expect(await openInvitations(web.db, who)).toEqual([]);
    expect(await inviteAgain(doors(), who, listed?.id ?? '', LETTER)).toBeUndefined();
    await uninvite(web.db, who, listed?.id ?? '');
    await expect(inviteByMail(doors(), who, OFFICER, LETTER)).rejects.toThrow(/row-level security/);
  }
  expect(await read(link)).toBeDefined();
});
