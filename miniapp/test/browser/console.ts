import type { Locator, Page } from '@playwright/test';
import { addDays, mondayOf, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { Demo } from '../support/demo';
import { Chromium, seen, type Viewer } from './browser';
import { Phone } from './phone';

/** The demo, one browser, and the consoles that a spec opens in it. */
export class Consoles {
  private constructor(
    readonly demo: Demo,
    private readonly chromium: Chromium,
  ) {}

  static async start(): Promise<Consoles> {
    const [demo, chromium] = await Promise.all([Demo.start(), Chromium.start()]);
    return new Consoles(demo, chromium);
  }

  /** Logged in with the button of that name. */
  async as(name: string): Promise<Viewer> {
    const viewer = await this.chromium.desk(this.demo.url);
    await viewer.page.goto('/desk/');
    await button(viewer.page, name).click();
    await seen(viewer.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
    return viewer;
  }

  /** The phone of the one whom the demo has for this role. */
  async phone(role: 'member' | 'leader'): Promise<Phone> {
    const { roles } = await this.demo.call<{ roles: { role: string; tasks: string }[] }>('GET', '/api/demo');
    return Phone.as(this.chromium, this.demo, roles.find((one) => one.role === role)?.tasks ?? '');
  }

  /** The phone of somebody of the roster. */
  async phoneOf(name: string): Promise<Phone> {
    return Phone.of(this.chromium, this.demo, await this.demo.userNamed(name));
  }

  /** A phone on which nobody has logged in. */
  guest(): Promise<Phone> {
    return Phone.on(this.chromium, this.demo);
  }

  /** The business date of the demo, so many days ahead. */
  async day(ahead: number): Promise<string> {
    const { now } = await this.demo.call<{ now: number }>('GET', '/api/demo');
    return new Date(now + (8 + ahead * 24) * 3_600_000).toISOString().slice(0, 10);
  }

  /** The Monday whose theme goes out next: today, before eight on a Monday. */
  async comingMonday(): Promise<string> {
    const { now } = await this.demo.call<{ now: number }>('GET', '/api/demo');
    const monday = mondayOf(now);
    return pushInstant(monday) > now ? monday : addDays(monday, 7);
  }

  async stop(): Promise<void> {
    await this.chromium.stop();
    await this.demo.server.stop();
  }
}

export const button = (place: Page | Locator, name: string | RegExp): Locator => place.getByRole('button', { name, exact: typeof name === 'string' });

/** Another address of the console in the same login. */
export async function at({ page }: Viewer, place: string): Promise<void> {
  await page.evaluate((to) => (window.location.hash = to), place);
}

/** The id at the end of the console's address, once it is there. */
export async function openedId({ page }: Viewer, noun: string): Promise<string> {
  await seen.poll(() => page.url()).toMatch(new RegExp(`${noun}/[0-9a-f-]{36}$`));
  return page.url().slice(-36);
}
