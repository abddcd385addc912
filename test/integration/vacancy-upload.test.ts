import { once } from 'node:events';
import { connect as dial } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from '../../app/use-cases/forget-expired.ts';
import { employerOf } from '../../app/use-cases/vacancy/employer.ts';
import { beginUpload, ownUpload, recordUpload } from '../../app/use-cases/vacancy/upload-vacancies.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { cookieOf, type Somebody, somebody } from '../support/identities.ts';
import { type Served, serve } from '../support/served.ts';
import { isBuilt } from '../support/server.ts';

let database: TestDatabase;
let served: Served;
let who: Somebody;
beforeAll(async () => {
  database = await seededDatabase();
  served = await serve(database);
  who = await somebody(served, 'employer');
});
afterAll(() => served.close());

const HEADER = 'id,employer,pathway,title.en,description.en,occupation,sector,destination,places,wage.money.amount';
const REST = 'wage.money.currency,wage.per,contractMonths';
const rowOf = (id: string, occupation = '2221') =>
  [
    ...[id, who.organisation, 'de-west-balkans', 'Nurse', `Ward of ${'many '.repeat(200)}beds`, occupation],
    ...['Q', 'DE', '2', '3400', 'EUR', 'month', '24'],
  ].join(',');
const tableOf = (rows: readonly string[]) => [`${HEADER},${REST}`, ...rows].join('\n');
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => rowOf(`v-upload-${at}`));

const count = async (table: 'vacancy' | 'vacancy_upload' | 'vacancy_upload_piece') =>
  (
    await database.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

async function upload(file: File): Promise<{ status: number; id: string }> {
  const form = new FormData();
  form.append('file', file);
  const answer = await fetch(`${served.address}/en/employer/upload`, {
    ...{ method: 'POST', body: form, redirect: 'manual' },
    headers: { Cookie: await cookieOf(served, who), Origin: served.address },
  });
  return { status: answer.status, id: answer.headers.get('location')?.split('/').at(-1) ?? '' };
}

const employer = () => {
  const { account, organisation } = who;
  const found = employerOf({ kind: 'account', account, role: 'employer', organisation: organisation ?? '' });
  if (!found) throw new Error('an employer is none');
  return found;
};

describe.skipIf(!isBuilt)('a table of vacancies', () => {
  it('is stored in pieces and recorded wholly, or not at all and with the line that is wrong', async () => {
    const rows = rowsOf(400);
    const spoilt = rows.map((row, at) => (at === 298 ? rowOf('v-upload-298', '99999') : row));
    const refused = await upload(new File([tableOf(spoilt)], 'a; "b" = ç.csv'));
    expect(refused.status).toBe(303);
    expect(await count('vacancy_upload_piece')).toBeGreaterThan(1);
    await recordUpload(database.db, refused.id);
    expect(await ownUpload(served.web.db, employer(), refused.id)).toMatchObject({
      ...{ status: 'refused', lines: 400, read: 400 },
      report: { created: 0, problems: [{ line: 300, path: '/occupation' }], more: 0 },
    });
    expect(await count('vacancy')).toBe(0);

    const mended = await upload(new File([tableOf(rows)], 'mended.csv'));
    await recordUpload(database.db, mended.id);
    expect(await ownUpload(served.web.db, employer(), mended.id)).toMatchObject({
      report: { created: 400, problems: [] },
    });
    expect([await count('vacancy'), await count('vacancy_upload_piece')]).toEqual([400, 0]);
  });

  it('is of whoever brings it where it names no employer', async () => {
    const [header = '', row = ''] = tableOf([rowOf('v-mine')]).split('\n');
    const without = (line: string) => line.split(',').toSpliced(1, 1).join(',');
    const { id } = await upload(new File([[header, row].map(without).join('\n')], 'mine.csv'));
    await recordUpload(database.db, id);
    expect(await ownUpload(served.web.db, employer(), id)).toMatchObject({ report: { created: 1, problems: [] } });
    const { rows } = await database.pool.query(`select employer from vacancy where id = 'v-mine'`);
    expect(rows).toEqual([{ employer: who.organisation }]);
  });

  it('names the pathway that a slip of the keyboard may have meant', async () => {
    const { id } = await upload(new File([tableOf([rowOf('v-slip').replace('balkans', 'balcans')])], 'slip.csv'));
    await recordUpload(database.db, id);
    const message = 'no pathway "de-west-balcans"; did you mean "de-west-balkans"?';
    expect(await ownUpload(served.web.db, employer(), id)).toMatchObject({
      report: { problems: [{ line: 2, message }] },
    });
  });

  it('is recorded with a word of what has to be looked at, line by line', async () => {
    const odd = rowOf('v-odd').replace('beds', 'beds. Pay the fee by WhatsApp').replace('EUR', 'USD');
    const { id } = await upload(new File([tableOf([rowOf('v-plain'), odd])], 'odd.csv'));
    await recordUpload(database.db, id);
    const rowIn = async (locale: string) => {
      const headers = { Cookie: await cookieOf(served, who) };
      const page = await fetch(`${served.address}/${locale}/employer/uploads/${id}`, { headers });
      return (await page.text()).match(/<th scope="row">3<\/th><td>.*?<\/td>/)?.[0];
    };
    expect(await rowIn('en')).toMatch(/description\.en.*Nobody pays for a job.*offered to nobody/);
    const spanish = await rowIn('es');
    expect(spanish).toMatch(/Nadie paga por un empleo.*no se ofrece a nadie/);
    expect(spanish).not.toContain('nobody');
  });

  it.each([
    ['no file was chosen', new File([], '')],
    ['the file is empty', new File([], 'empty.csv')],
  ])('is asked for where %s', async (_, file) => {
    const before = await count('vacancy_upload');
    expect(await upload(file)).toEqual({ status: 422, id: '' });
    expect(await count('vacancy_upload')).toBe(before);
  });

  it('leaves nothing behind where it breaks off on its way, though some of it was written', async () => {
    const before = await count('vacancy_upload');
    const socket = dial(Number(new URL(served.address).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = [
      ...['POST /en/employer/upload HTTP/1.1', `Host: ${new URL(served.address).host}`, `Origin: ${served.address}`],
      ...[`Cookie: ${await cookieOf(served, who)}`, 'Content-Type: multipart/form-data; boundary=x'],
      ...['Content-Length: 5000000', '', ''],
    ].join('\r\n');
    socket.write(`${head}--x\r\nContent-Disposition: form-data; name="file"; filename="t.csv"\r\n\r\n`);
    socket.write(tableOf(rowsOf(400)));
    await expect.poll(() => count('vacancy_upload_piece'), { timeout: 10_000 }).toBeGreaterThan(0);
    socket.destroy();
    await expect.poll(() => count('vacancy_upload'), { timeout: 10_000 }).toBe(before);
    expect(await count('vacancy_upload_piece')).toBe(0);
  });

  it('leaves nothing behind where it cannot be read to its end', async () => {
    const chunks = (async function* () {
      yield Buffer.from('id\n');
      throw new Error('the network is gone');
    })();
    const before = await count('vacancy_upload');
    await expect(beginUpload(served.web.db, employer(), { name: 't.csv', chunks })).rejects.toThrow('the network');
    expect(await count('vacancy_upload')).toBe(before);
  });

  it('is forgotten where the process that took it in was killed', async () => {
    const row = { organisation: who.organisation ?? '', who: '{}', name: 't.csv', lines: 0 };
    const insert = (hours: number) =>
      database.db
        .insertInto('vacancy_upload')
        .values({ ...row, created_at: new Date(Date.now() - hours * 3_600_000) })
        .execute();
    const before = await count('vacancy_upload');
    await insert(7);
    await insert(1);
    await forgetExpired(database.db);
    expect(await count('vacancy_upload')).toBe(before + 1);
  });
});
