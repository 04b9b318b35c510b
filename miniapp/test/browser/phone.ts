import type { Locator, Page } from '@playwright/test';
import type { Demo, SandboxUser } from '../support/demo';
import { type Chromium, type Look, seen, type Viewer } from './browser';

/** A phone in somebody's hand: what stands on its screen, and what they tap and type. */
export class Phone {
  private wechat: string | null = null;

  private constructor(private readonly viewer: Viewer) {}

  static async on(chromium: Chromium, demo: Demo, options: Look = {}): Promise<Phone> {
    return new Phone(await chromium.phone(demo.url, options));
  }

  /** The phone of somebody of the demo's WeChat, logged in on it. */
  static async of(chromium: Chromium, demo: Demo, user: SandboxUser, options: Look = {}): Promise<Phone> {
    const phone = await Phone.on(chromium, demo, options);
    await phone.logIn(user);
    return phone;
  }

  /** As one of the demo's people, found by what the demo says that they do. */
  static async as(chromium: Chromium, demo: Demo, tasks: string, options: Look = {}): Promise<Phone> {
    const phone = await Phone.on(chromium, demo, options);
    await phone.open('/packages/account/login/index');
    await phone.text(tasks).click();
    await phone.page.waitForURL(({ pathname }) => !pathname.includes('account/login'));
    return phone;
  }

  get page(): Page {
    return this.viewer.page;
  }

  /** What the pages reported as errors; what a cut network reports itself is none. */
  get faults(): string[] {
    return this.viewer.faults.filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** WeChat is asked for a reminder synchronously in a tap, so what may be asked for has to have come before it. */
  async openKnowingItsReminders(path: string): Promise<void> {
    const known = this.page.waitForResponse('**/api/my/subscription');
    await this.open(path);
    await known;
  }

  /** On the page in front; the pages behind it stay in the document. */
  text(words: string | RegExp): Locator {
    return this.page.getByText(words).locator('visible=true').first();
  }

  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const one of words) await seen(this.text(one)).toBeVisible();
  }

  async seesNot(words: string | RegExp): Promise<void> {
    await seen(this.page.getByText(words).locator('visible=true')).toHaveCount(0);
  }

  /** By the words on it, or by what a screen reader says where it is an icon. */
  async tap(words: string): Promise<void> {
    const { page } = this;
    await page.getByText(words, { exact: true }).or(page.getByLabel(words, { exact: true })).locator('visible=true').first().click();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).locator('input, textarea').locator('visible=true').first();
  }

  async type(field: string, words: string): Promise<void> {
    await this.field(field).fill(words);
  }

  async back(): Promise<void> {
    await this.tap('返回');
  }

  /** A handset has one WeChat: the login page offers nobody else's. */
  async holdsWechatOf(user: SandboxUser): Promise<void> {
    if (this.wechat === user.openid) return;
    this.wechat = user.openid;
    await this.viewer.context.route('**/wechat/sandbox/users?*', (route) => route.fulfill({ json: { items: [user], total: 1 } }));
  }

  /** With this phone's WeChat; ends wherever the login leads. */
  async beginLogin(user: SandboxUser): Promise<void> {
    await this.holdsWechatOf(user);
    if (!this.page.url().includes('account/login')) await this.open('/packages/account/login/index');
    await this.tap(user.nickname);
  }

  async logIn(user: SandboxUser): Promise<void> {
    await this.beginLogin(user);
    await this.page.waitForURL(({ pathname }) => !pathname.includes('account/login'));
  }

  /**
   * Nothing comes or goes any more; `meanwhile` over, the network is back. With `closingTheApp` the app is killed and opened
   * again at that page in between: its files come from the phone, the server is as far away as before.
   */
  async withoutNetwork(meanwhile: () => Promise<void>, { closingTheApp }: { closingTheApp?: string } = {}): Promise<void> {
    const { context } = this.viewer;
    await context.setOffline(true);
    await meanwhile();
    if (closingTheApp) {
      await context.route('**/api/**', (route) => route.abort('internetdisconnected'));
      await context.setOffline(false);
      await this.open(closingTheApp);
      await this.sees('已存在本机');
      await context.setOffline(true);
      await context.unroute('**/api/**');
    }
    await context.setOffline(false);
  }

  /** The server gets such a request, the phone not the first answer to it. The bodies that were sent. */
  async losesTheFirstAnswerTo(path: string): Promise<(string | null)[]> {
    const sent: (string | null)[] = [];
    await this.viewer.context.route(`**${path}`, async (route) => {
      sent.push(route.request().postData());
      const response = await route.fetch();
      await (sent.length === 1 ? route.abort('failed') : route.fulfill({ response }));
    });
    return sent;
  }

  async close(): Promise<void> {
    await this.viewer.context.close();
  }
}

/** What somebody has written for a Monday, as the server has it. */
export interface CheckIn {
  readonly state: string;
  readonly kind: string;
  readonly text: string | null;
  readonly voice: { readonly fileId: string; readonly seconds: number } | null;
  readonly capturedAt: number;
  readonly receivedAt: number;
  readonly enteredBy: { readonly name: string } | null;
}

export async function checkInsOf(demo: Demo, token: string, monday: string): Promise<CheckIn[]> {
  return (await demo.call<{ items: CheckIn[] }>('GET', `/api/my/check-ins?monday=${monday}`, { token })).items;
}
