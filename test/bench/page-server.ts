import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';
import { type Child, startChild } from './child.ts';
import type { PeerPage } from './page-peer.tsx';
import type { WebServer } from './web-server.ts';

/** The pages' own components and nothing else: compiled as our pages are, and run by itself. */
export async function startPeer({ dataDir }: WebServer, pages: Record<string, PeerPage>): Promise<Child> {
  const outDir = path.join(PROJECT_FOLDER, 'build/bench-peer');
  await build({
    configFile: false,
    logLevel: 'error',
    root: PROJECT_FOLDER,
    build: {
      ssr: path.join(PROJECT_FOLDER, 'test/bench/page-peer.tsx'),
      outDir,
      assetsInlineLimit: 0,
      target: 'es2022',
    },
  });
  const file = path.join(dataDir, 'pages.json');
  await writeFile(file, JSON.stringify(pages));
  return startChild([path.join(outDir, 'page-peer.js'), file], path.join(dataDir, 'peer.log'));
}
