import { type BusinessDate, isMonday } from './week.ts';

/** What a printed code opens. */
export const weekPage = 'pages/week/index';

/** A code of WeChat's carries no more than this. */
const most = 32;

/** What the code of a week carries. A long town's name leaves no room for the day, and the longest no room at all (null). */
export function weekScene(townCode: string, monday: BusinessDate): string | null {
  const town = `t=${townCode}`;
  const whole = `${town}&m=${monday.replaceAll('-', '')}`;
  return [whole, town].find((scene) => scene.length <= most) ?? null;
}

/** The town and the Monday that a scanned code names, as WeChat hands it over: encoded once more. */
export function readWeekScene(scene: string): { town: string | null; monday: BusinessDate | null } {
  const text = decoded(scene);
  const town = /(?:^|&)t=([a-z0-9-]{2,32})(?:&|$)/.exec(text)?.[1] ?? null;
  const [, year, month, day] = /(?:^|&)m=(\d{4})(\d{2})(\d{2})(?:&|$)/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return { town, monday: year && isADay(date) && isMonday(date) ? date : null };
}

/** The address of the same week, for a code that a browser opens. */
export function weekPath(townCode: string, monday: BusinessDate): string {
  return `/${weekPage}?town=${townCode}&monday=${monday}`;
}

function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene);
  } catch {
    return scene;
  }
}

/** A code may be anybody's: the 31st of February is none. */
function isADay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
