import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const onPath = (name: string): string | undefined => {
  try {
    return (
      execFileSync('which', [name], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim() || undefined
    );
  } catch {
    return undefined;
  }
};

const system = () =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean);

/** Debian's package, where we may install it; a closed network refuses every other download. */
function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return system();
}

/** npm's own build starts without root and without system libraries. */
async function fromNpm(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own, Debian's (as root), or npm's. */
export async function findBrowser(): Promise<string> {
  const stated = process.env['CHROMIUM_PATH'];
  const own = chromium.executablePath();
  const found =
    (stated && existsSync(stated) ? stated : undefined) ??
    system() ??
    (existsSync(own) ? own : undefined) ??
    fromDebian();
  return found ?? fromNpm();
}
