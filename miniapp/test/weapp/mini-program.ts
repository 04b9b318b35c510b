import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dist, refusalToOpen } from './built-app';
import { type Drawn, drawn } from './drawn';
import { hideWhatWechatLacks } from './hidden-globals';
import { componentOf, isField, type OpenPage, type PageInstance, type Simulate } from './rendered';
import { wechat, type WechatPhone, type WechatSettings } from './wechat';

/** ms */
const patience = 15_000;

/** The built mini-program, started on a phone. One at a time; a new one starts with fresh modules, as after being killed. */
export class MiniProgram {
  readonly faults: string[] = [];
  /** Bytes of the largest setData since the last `forgetSizes`. */
  largestSetData = 0;
  private readonly pages: OpenPage[] = [];
  private readonly ids = new Map<string, string>();
  private readonly simulate: Simulate;
  private readonly exparser: { Event: { create(name: string, detail: object, options: object): unknown; dispatchEvent(target: unknown, event: unknown): void } };
  private app: { onLaunch?(options: object): void; onShow?(options: object): void } = {};
  private lastSetData = 0;

  constructor(readonly phone: WechatPhone) {
    jest.resetModules();
    document.body.replaceChildren();
    this.listenToConsole();
    Object.assign(globalThis, { wx: phone.wx });
    this.simulate = require('miniprogram-simulate') as Simulate;
    const componentTree = require.resolve('j-component', { paths: [require.resolve('miniprogram-simulate')] });
    this.exparser = require(require.resolve('miniprogram-exparser', { paths: [componentTree] }));
    this.defineRegistrars();
    phone.navigate = Object.assign((kind: string, url: string) => this.go(kind, url), { back: (delta: number) => this.goBack(delta) });
    hideWhatWechatLacks();
    require(path.join(dist, 'app.js'));
    const launch = { path: 'pages/week/index', query: {}, scene: 1001 };
    this.app.onLaunch?.(launch);
    this.app.onShow?.(launch);
  }

  static start(settings: WechatSettings): MiniProgram {
    return new MiniProgram(wechat(settings));
  }

  get route(): string {
    return this.current().route;
  }

  /** Opens a page as a card, a code or a doorbell would. */
  async open(url: string): Promise<void> {
    await this.go('reLaunch', url);
    await this.quiet();
  }

  get isElder(): boolean {
    return this.drawn()[0]?.classes.includes('elder') ?? false;
  }

  /** What a person reads on the page that is open. */
  text(): string {
    return (this.current().rendered.dom.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  async sees(words: string): Promise<void> {
    await this.until(() => this.text().includes(words), () => `“${words}” is not on ${this.route}, which says: ${this.text()}`);
  }

  async doesNotSee(words: string): Promise<void> {
    await this.until(() => !this.text().includes(words), () => `“${words}” is on ${this.route}`);
  }

  /** Taps the smallest thing that says exactly this, or contains it. */
  async tap(words: string): Promise<void> {
    await this.act(words, 'tap');
  }

  /** Taps what a screen reader calls so: a button that is only an icon. */
  async tapNamed(name: string): Promise<void> {
    await this.until(() => this.named(name) !== null, () => `nothing is called “${name}” on ${this.route}, but: ${this.values('aria-label').join('; ')}`);
    this.dispatch(this.named(name), 'tap', {});
    await this.quiet();
  }

  /** Whether a screen reader is told this. */
  announces(words: string): boolean {
    return this.values('aria-label').some((label) => label.includes(words));
  }

  /** Everything on the page as the app has drawn it, with its attributes. */
  drawn(): Drawn[] {
    return drawn(this.current().rendered.instance.data.root);
  }

  /** What stands in the fields of the page. */
  typed(): string[] {
    return this.values('value');
  }

  /** The app is brought back from behind. */
  async comesToFront(): Promise<void> {
    this.app.onShow?.({ path: this.route, query: {}, scene: 1001 });
    this.phone.show();
    this.current().rendered.instance.onShow?.();
    await this.quiet();
  }

  /** The answer of one of WeChat's own buttons, such as its phone button. */
  async act(words: string, event: string, detail: object = {}): Promise<void> {
    await this.until(() => this.find(words) !== null, () => `nothing says “${words}” on ${this.route}, which says: ${this.text()}`);
    if (event === 'getphonenumber') await this.phone.media.givenBy(this.values('open-type').find((openType) => openType.startsWith('getPhoneNumber')) ?? 'none');
    this.dispatch(this.find(words), event, detail);
    await this.quiet();
  }

  /** Waits for what follows by itself, such as the page after a login. */
  async settled(holds: () => boolean): Promise<void> {
    await this.until(holds, () => `it did not come to that; ${this.route} says: ${this.text()}`);
  }

  /** Waits until the server has it. */
  async settledThere(holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + patience;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`it did not come to that; ${this.route} says: ${this.text()}`);
      await pause(50);
    }
    await this.quiet();
  }

  /** Types into the n-th field of the page. */
  async type(value: string, at = 0): Promise<void> {
    const field = (): Element | undefined => this.elements().filter(isField)[at];
    await this.until(() => field() !== undefined, () => `there is no field on ${this.route}`);
    this.dispatch(field() ?? null, 'input', { value, cursor: value.length });
    await this.quiet();
  }

  share(): unknown {
    return this.current().rendered.instance.onShareAppMessage?.({ from: 'menu' });
  }

  forgetSizes(): void {
    this.largestSetData = 0;
  }

  /** Waits until the page has stopped changing. */
  async quiet(): Promise<void> {
    await pause(30);
    while (Date.now() - this.lastSetData < 60) await pause(15);
  }

  private values(attribute: string): string[] {
    return this.drawn().map(({ attributes }) => attributes[attribute]).filter((value): value is string => typeof value === 'string');
  }

  private current(): OpenPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  private async until(holds: () => boolean, why: () => string): Promise<void> {
    const end = Date.now() + patience;
    while (!holds()) {
      if (Date.now() > end) throw new Error(why());
      await pause(20);
    }
    await this.quiet();
  }

  /** What a finger reaches: a sheet covers the page below it. */
  private elements(): Element[] {
    const { dom } = this.current().rendered;
    const sheet = this.drawn().filter(({ attributes }) => attributes['aria-role'] === 'dialog').at(-1);
    return [...((sheet && dom.querySelector(`[data-sid="${sheet.sid}"]`)) ?? dom).querySelectorAll('*')];
  }

  private find(words: string): Element | null {
    const saying = this.elements().filter((element) => (element.textContent ?? '').replace(/\s+/g, '').includes(words.replace(/\s+/g, '')));
    const smallest = saying.filter((element) => ![...element.children].some((child) => saying.includes(child)));
    const exact = smallest.find((element) => (element.textContent ?? '').trim() === words);
    return exact ?? smallest[0] ?? null;
  }

  private named(name: string): Element | null {
    const called = this.drawn().filter(({ attributes }) => String(attributes['aria-label'] ?? '').includes(name));
    const one = called.find(({ attributes }) => attributes['aria-label'] === name) ?? called[0];
    return this.elements().find((element) => element.getAttribute('data-sid') === one?.sid) ?? null;
  }

  private dispatch(target: Element | null, name: string, detail: object): void {
    let element: (Element & { __wxElement?: unknown }) | null = target;
    while (element && !element.__wxElement) element = element.parentElement;
    if (!element) throw new Error('this is no element of the mini-program');
    this.phone.inTap = name === 'tap';
    this.exparser.Event.dispatchEvent(element.__wxElement, this.exparser.Event.create(name, detail, { bubbles: true, composed: true, capturePhase: true }));
    this.phone.inTap = false;
  }

  private async go(kind: string, url: string): Promise<void> {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    const refusal = refusalToOpen(kind, route, this.pages.length);
    if (refusal) throw new Error(`${kind}:fail ${refusal}`);
    const options = Object.fromEntries(search.split('&').filter(Boolean).map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
    if (kind === 'navigateTo') this.pages.at(-1)?.rendered.instance.onHide?.();
    else if (kind === 'redirectTo') this.close(1);
    else this.close(this.pages.length);
    this.show(route, options);
    await pause(0);
  }

  private async goBack(delta: number): Promise<void> {
    this.close(Math.min(delta, this.pages.length - 1));
    this.pages.at(-1)?.rendered.instance.onShow?.();
    await pause(0);
  }

  private close(count: number): void {
    for (const { rendered } of this.pages.splice(this.pages.length - count, count)) {
      rendered.instance.onUnload?.();
      rendered.detach();
    }
  }

  private show(route: string, options: Record<string, string>): void {
    const id = this.ids.get(route) ?? this.simulate.load(path.join(dist, route), 'page', { rootPath: dist, compiler: 'official', compilerOptions: { maxBuffer: 64 << 20 } });
    this.ids.set(route, id);
    const rendered = this.simulate.render(id);
    const { instance } = rendered;
    this.watchSetData(instance);
    Object.assign(instance, { route, options });
    const place = document.createElement('div');
    document.body.append(place);
    this.pages.push({ route, options, rendered });
    rendered.attach(place);
    instance.onLoad?.(options);
    instance.onShow?.();
    instance.onReady?.();
  }

  private watchSetData(instance: PageInstance): void {
    const setData = instance.setData.bind(instance);
    instance.setData = (data, done) => {
      this.lastSetData = Date.now();
      this.largestSetData = Math.max(this.largestSetData, JSON.stringify(data).length);
      setData(data);
      setTimeout(() => done?.(), 0);
    };
  }

  /** `App`, `Page` and what goes with them; a page is a component whose methods are its life. */
  private defineRegistrars(): void {
    const registrars = {
      App: (app: object) => void (this.app = app),
      getApp: () => this.app,
      getCurrentPages: () => this.pages.map(({ route, options, rendered }) => Object.assign(rendered.instance, { route, options, __route__: route })),
      Page: (page: Record<string, unknown>) => (globalThis as unknown as { Component(definition: object): void }).Component(componentOf(page)),
    };
    Object.assign(globalThis, registrars);
  }

  /** WeChat's compiler reports its own faults on the console; React and we report ours. */
  private listenToConsole(): void {
    for (const level of ['error', 'warn', 'log'] as const) {
      const original = console[level].bind(console);
      console[level] = (...words: unknown[]) => {
        const line = words.map(String).join(' ');
        if (line.includes('WXMLRT_') || level === 'error') this.faults.push(line);
        if (level !== 'log') original(...words);
      };
    }
  }
}
