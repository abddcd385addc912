import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { freePort } from '../../db/embedded/free-port.ts';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';

export type KillableServer = {
  address: string;
  /** `kill -9`, and the next one started, as whatever watches over a server does; resolves when that is ready. */
  replace(): Promise<void>;
  end(): Promise<void>;
};

/** The built server over a PostgreSQL that is not its own, so that it can be killed alone. */
export async function startKillable(databaseUrl: string): Promise<KillableServer> {
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    ...{ PORT: String(port), DATABASE_URL: databaseUrl, RATE_LIMIT: 'off', MEILI_BIN: 'none' },
    SESSION_SECRET: randomBytes(24).toString('hex'),
  };
  const start = async () => {
    const child = spawn(process.execPath, ['start.js', 'server', '--jobs'], {
      cwd: PROJECT_FOLDER,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const closed = once(child, 'close');
    const [first] = await Promise.race([once(child.stdout, 'data'), closed]);
    if (!(first instanceof Buffer)) throw new Error(`the server did not start:\n${said}`);
    child.stdout.resume();
    return {
      async kill() {
        child.kill('SIGKILL');
        await closed;
      },
    };
  };
  let server = await start();
  return {
    address: `http://127.0.0.1:${port}`,
    async replace() {
      await server.kill();
      server = await start();
    },
    end: () => server.kill(),
  };
}
