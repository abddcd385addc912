import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findProject(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('no folder above this program holds package.json');
  return findProject(above);
}

/** The project's folder, whichever file below it this code was put into. */
export const PROJECT_FOLDER = findProject(path.dirname(fileURLToPath(import.meta.url)));
