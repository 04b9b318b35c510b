import { readFileSync } from 'node:fs';
import path from 'node:path';

export const miniapp = path.resolve(__dirname, '..', '..');
export const dist = path.resolve(miniapp, process.env.DIST ?? 'dist', 'weapp');
/** The address of the server that the build was given. */
export const builtFor = 'http://127.0.0.1:3000';

/** What the build tells WeChat about the app. */
export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: { readonly list: readonly { readonly pagePath: string }[] };
  readonly [key: string]: unknown;
}

let read: AppJson | undefined;

export function appJson(): AppJson {
  return (read ??= JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson);
}

/** Every page of the build, by its route. */
export function builtPages(): string[] {
  const { pages, subPackages } = appJson();
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root.replace(/\/$/, '')}/${page}`))];
}

/** WeChat opens no page over ten others. */
const deepest = 10;

/** Why WeChat would not open this address so, or null. `open`: how many pages lie over each other now. */
export function refusalToOpen(kind: string, route: string, open: number): string | null {
  const tab = appJson().tabBar.list.some(({ pagePath }) => pagePath === route);
  if (!builtPages().includes(route)) return `page "${route}" is not found`;
  if (tab && (kind === 'navigateTo' || kind === 'redirectTo')) return `can not ${kind} a tabbar page`;
  if (!tab && kind === 'switchTab') return 'can not switch to no-tabBar page';
  if (kind === 'navigateTo' && open >= deepest) return 'webview count limit exceed';
  return null;
}
