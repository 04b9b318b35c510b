import type { Page } from '@playwright/test';
import { seen } from './browser';

const underTheMouse: [number, number] = [200, 400];

/** How far the phone has noted that they read, as it keeps it. */
const noted = (page: Page): Promise<string> => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.endsWith('/readings')).map(([, value]) => value).join());

/** Scrolls a lesson down a piece; answers how far that was, once the page stands still and the phone has noted it. */
export async function scrolledDown(page: Page, by: number): Promise<number> {
  await page.mouse.move(...underTheMouse);
  await seen.poll(async () => (await inFront(page)).path).toContain('/read/lesson/');
  // A wheel that turns before the text is there is lost.
  const moved = async () => {
    if ((await scrolled(page)) === 0) await page.mouse.wheel(0, by);
    return scrolled(page);
  };
  await seen.poll(moved, { intervals: [300] }).toBeGreaterThan(0);
  let before = '';
  const standsStill = async () => {
    const [last, now] = [before, `${await scrolled(page)} ${await noted(page)}`];
    before = now;
    return now === last && now.includes('position');
  };
  await seen.poll(standsStill, { intervals: [400] }).toBe(true);
  return scrolled(page);
}

export async function scrolledToTheEnd(page: Page): Promise<void> {
  const further = async () => {
    await page.mouse.wheel(0, 2_000);
    return noted(page);
  };
  await seen.poll(further).toMatch(/done\W+true/);
}

/** The page in front, which scrolls in a box of its own; while it slides in, the wheel would still turn the one behind it. */
const inFront = (page: Page): Promise<{ path: string; scrolled: number }> =>
  page.evaluate(([x, y]) => {
    const box = document.elementFromPoint(x, y)?.closest('.taro_page');
    return { path: box?.id ?? '', scrolled: box?.scrollTop ?? 0 };
  }, underTheMouse);

/** px */
export const scrolled = async (page: Page): Promise<number> => (await inFront(page)).scrolled;
