import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import path from 'node:path';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** A microphone that hums, allowed without a question. */
const microphone = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const screens = path.resolve(__dirname, '..', '..', '..', 'docs', 'screens');

/** What is to be seen on a page, in its own time: a small machine draws slowly while it builds something else. */
export const seen = expect.configure({ timeout: 20_000 });

/** How somebody has set their phone; `reading` is the size of a lesson's letters. */
export interface Look {
  readonly dark?: boolean;
  readonly elder?: boolean;
  readonly reading?: number;
}

export interface Viewer {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page reported on its console as an error. */
  readonly faults: string[];
}

/** Chromium as the machine has it, at the path that CHROMIUM names. */
export class Chromium {
  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Chromium> {
    return new Chromium(await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...quiet, ...microphone] }));
  }

  /** A phone of its own: nothing is shared with other phones. The first offer of the large version is answered already. */
  phone(url: string, { dark = false, elder = false, reading = 1 }: Look = {}): Promise<Viewer> {
    return this.open(url, { width: 390, height: 844 }, dark, { 'v1/handset/appearance': JSON.stringify({ data: JSON.stringify({ offered: true, elder, reading }) }) });
  }

  desk(url: string, options: { dark?: boolean } = {}): Promise<Viewer> {
    return this.open(url, { width: 1280, height: 800 }, options.dark ?? false, {});
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  private async open(url: string, viewport: { width: number; height: number }, dark: boolean, stored: Record<string, string>): Promise<Viewer> {
    const context = await this.browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: url });
    await context.addInitScript((entries) => {
      for (const [key, value] of Object.entries(entries)) if (!localStorage.getItem(key)) localStorage.setItem(key, value);
    }, stored);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.setDefaultTimeout(20_000);
    return { page, context, faults };
  }
}

/** Keeps a picture for the documents when SCREENS is set; a normal test run changes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENS) return;
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(screens, `${name}.png`) });
}
