import { existsSync } from 'node:fs';
import path from 'node:path';

/** `miniapp/dist` of this project, from the sources as well as from the built server. */
export function webRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'miniapp')) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.join(folder, 'miniapp', 'dist');
}
