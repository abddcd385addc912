import { openLoad } from './load.ts';
import { quantile, type Row, timed } from './measure.ts';
import { withWebServer } from './web-server.ts';

const LOGINS = 50;
const PAGES = 150;
const ROUNDS = 3;
const PAGE = '/en/pathways?q=nurse';

/** Signs in by a password; an account that is none costs as much. */
async function login(address: string): Promise<void> {
  const body = new URLSearchParams({ address: 'bench@example.org', password: 'a few plain words in a row' });
  const answer = await fetch(`${address}/en/sign-in/password`, { method: 'POST', body, headers: { Origin: address } });
  await answer.text();
  if (answer.status !== 422) throw new Error(`a login answers ${answer.status}`);
}

/** So many logins at once, and when all are answered as many again, for as long as the work takes. */
async function besideLogins<T>(address: string, work: () => Promise<T>): Promise<T> {
  let isOver = false;
  const waves = async () => {
    while (!isOver) await Promise.all(Array.from({ length: LOGINS }, () => login(address)));
  };
  const [result] = await Promise.all([
    work().finally(() => {
      isOver = true;
    }),
    waves(),
  ]);
  return result;
}

/** The search page while so many people sign in at once, against itself on a quiet server, in turns. */
export const run = (): Promise<Row[]> =>
  withWebServer(async ({ address }) => {
    const load = openLoad(1);
    const times = async () => {
      const all: number[] = [];
      for (let at = 0; at < PAGES; at++) all.push(await timed(async () => void (await load.page(`${address}${PAGE}`))));
      return quantile(all, 0.95);
    };
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const quiet = await times();
      ratios.push((await besideLogins(address, times)) / quiet);
    }
    load.close();
    return [
      {
        what: `search page beside ${LOGINS} logins / alone, p95`,
        value: quantile(ratios, 0.5),
        unit: 'times',
        goal: '≤ 2',
      },
    ];
  });
