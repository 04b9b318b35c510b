import { cloudApi, type CloudRunPlace } from './wechat-cloud';
import { Media } from './wechat-media';
import { Network } from './wechat-network';
import { PhoneMemory } from './phone-memory';
import { type Options, settle } from './wechat-call';

export interface WechatSettings {
  /** Where the mini-program's server really is. */
  readonly serverUrl: string;
  /** The address that the build was given. */
  readonly builtFor: string;
  /** What `wx.login` answers. */
  loginCode(): Promise<string>;
  /** The user's answer to `wx.requestSubscribeMessage`. */
  subscriptionAnswer(templateIds: readonly string[]): Promise<Record<string, unknown>>;
  /** Of a phone on which the app has run before; a new phone where it is left out. */
  readonly memory?: PhoneMemory;
  /** False for an app that is opened where there is no network. */
  readonly online?: boolean;
  /** The CloudRun service of this mini-program, if it has one. */
  readonly cloudRun?: CloudRunPlace;
  /** Phone settings. */
  readonly fontSizeSetting?: number;
  readonly theme?: 'light' | 'dark';
}

/** What happened to the phone, for tests to look at. */
export interface WechatPhone {
  readonly wx: Record<string, unknown>;
  readonly memory: PhoneMemory;
  readonly network: Network;
  readonly media: Media;
  readonly modals: { title: string; content: string; confirm: boolean }[];
  readonly toasts: string[];
  /** Numbers that were called. */
  readonly calls: string[];
  /** Addresses of articles of official accounts that were opened, and what lies on the clipboard. */
  readonly articles: string[];
  readonly clipboard: string[];
  /** True only while a tap is being handled: what WeChat allows then it allows at no other time. */
  inTap: boolean;
  /** Whether requests get through; also tells the app. */
  setOnline(online: boolean): void;
  /** Answers the next question with "no". */
  refuseNextModal(): void;
  /** WeChat ends the app. Answers what the phone keeps, for the next start. */
  kill(): PhoneMemory;
  /** The app comes to the front again. */
  show(): void;
  navigate: { (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): Promise<void>; back(delta: number): Promise<void> };
}

/** The part of `wx` that the mini-program uses, as base library 3.x on an Android phone behaves. */
export function wechat(settings: WechatSettings): WechatPhone {
  const memory = settings.memory ?? new PhoneMemory();
  const network = new Network(memory, settings);
  const media = new Media(memory);
  const appShow: ((options: unknown) => void)[] = [];
  let refuseNext = false;
  let alive = true;
  const phone: WechatPhone = {
    wx: {},
    memory,
    network,
    media,
    modals: [],
    toasts: [],
    calls: [],
    articles: [],
    clipboard: [],
    inTap: false,
    setOnline: (online) => network.setOnline(online),
    refuseNextModal: () => void (refuseNext = true),
    kill() {
      alive = false;
      network.end();
      memory.dropTemporary();
      return memory;
    },
    show: () => appShow.forEach((listener) => listener({ path: 'pages/week/index', query: {}, scene: 1001 })),
    navigate: Object.assign(() => Promise.reject(new Error('no pages yet')), { back: () => Promise.reject(new Error('no pages yet')) }),
  };
  const answerModal = () => {
    const confirm = !refuseNext;
    refuseNext = false;
    return confirm;
  };
  Object.assign(phone.wx, api(phone, settings), storageApi(memory.storage, () => alive), dialogApi(phone, answerModal), { onAppShow: (listener: (options: unknown) => void) => appShow.push(listener) });
  return phone;
}

function api(phone: WechatPhone, settings: WechatSettings): Record<string, unknown> {
  return {
    ...phone.network.api(),
    ...phone.media.api(),
    cloud: cloudApi(phone.network, settings.cloudRun),
    login: (options: Options) => settle(options, settings.loginCode().then((code) => ({ code, errMsg: 'login:ok' }))),
    requestSubscribeMessage: (options: Options) => settle(options, subscription(phone, settings, options['tmplIds'] as string[])),
    ...deviceApi(settings, phone),
    ...navigationApi(phone),
  };
}

/** Only in the tap itself, and three templates at most. */
function subscription(phone: WechatPhone, settings: WechatSettings, templateIds: readonly string[]): Promise<unknown> {
  if (!phone.inTap) return Promise.reject(new Error('requestSubscribeMessage:fail can only be invoked by user TAP gesture.'));
  if (templateIds.length > 3) return Promise.reject(new Error('requestSubscribeMessage:fail:Templates count out of max bounds'));
  return settings.subscriptionAnswer(templateIds);
}

/** From base library 3.4.8 on, in the tap itself, and nothing but an article. */
function openedArticle(phone: WechatPhone, url: string): Promise<unknown> {
  if (!phone.inTap) return Promise.reject(new Error('openOfficialAccountArticle:fail can only be invoked by user TAP gesture.'));
  if (!url.startsWith('https://mp.weixin.qq.com/s')) return Promise.reject(new Error('openOfficialAccountArticle:fail invalid url'));
  phone.articles.push(url);
  return Promise.resolve({});
}

/** Questions and short words; `answer` says what the person taps. */
function dialogApi(phone: WechatPhone, answer: () => boolean): Record<string, unknown> {
  return {
    showModal(options: Options) {
      const words = [options['confirmText'], options['cancelText']].map((text) => String(text ?? ''));
      if (words.some((text) => text.length > 4)) return settle(options, Promise.reject(new Error('showModal:fail confirmText length should not larger than 4 Chinese characters')));
      const confirm = answer();
      phone.modals.push({ title: String(options['title'] ?? ''), content: String(options['content'] ?? ''), confirm });
      return settle(options, Promise.resolve({ confirm, cancel: !confirm }));
    },
    showToast(options: Options) {
      phone.toasts.push(String(options['title'] ?? ''));
      return settle(options, Promise.resolve({}));
    },
  };
}

/** An app that has ended writes no more. */
function storageApi(storage: Map<string, unknown>, alive: () => boolean): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => (storage.has(key) ? storage.get(key) : ''),
    setStorageSync: (key: string, value: unknown) => void (alive() && storage.set(key, value)),
    removeStorageSync: (key: string) => void (alive() && storage.delete(key)),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

function deviceApi({ fontSizeSetting = 16, theme = 'light' }: WechatSettings, phone: WechatPhone): Record<string, unknown> {
  const screen = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3, statusBarHeight: 47, safeArea: { top: 47, left: 0, right: 390, bottom: 810, width: 390, height: 763 } };
  const base = { SDKVersion: '3.7.8', version: '8.0.56', language: 'zh_CN', theme, fontSizeSetting, fontSizeScaleFactor: fontSizeSetting / 16, host: { env: 'WeChat' } };
  const device = { brand: 'HUAWEI', model: 'TAS-AL00', system: 'Android 10', platform: 'android' };
  return {
    getWindowInfo: () => screen,
    getAppBaseInfo: () => base,
    getDeviceInfo: () => device,
    getSystemInfoSync: () => ({ ...screen, ...base, ...device }),
    getSystemInfo: (options: Options) => settle(options, Promise.resolve({ ...screen, ...base, ...device })),
    getMenuButtonBoundingClientRect: () => ({ top: 51, right: 380, bottom: 83, left: 293, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: 'pages/week/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/week/index', query: {}, scene: 1001 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'release' } }),
    onThemeChange: () => undefined,
    canIUse: () => true,
    nextTick: (then: () => void) => setTimeout(then, 0),
    createSelectorQuery: () => selectorQuery(),
    makePhoneCall: (options: Options) => settle(options, Promise.resolve(void phone.calls.push(String(options['phoneNumber'])))),
    setClipboardData: (options: Options) => settle(options, Promise.resolve(void phone.clipboard.push(String(options['data'])))),
    openOfficialAccountArticle: (options: Options) => settle(options, openedArticle(phone, String(options['url']))),
    pageScrollTo: (options: Options) => settle(options, Promise.resolve({})),
    stopPullDownRefresh: () => undefined,
    env: { USER_DATA_PATH: '/tmp' },
  };
}

/** Nothing is laid out here: every element measures nothing, which pages take as not yet shown. */
function selectorQuery(): Record<string, unknown> {
  const asked: null[] = [];
  const query = { select: () => node, selectViewport: () => node, exec: (answer?: (found: null[]) => void) => answer?.(asked) };
  const ask = () => {
    asked.push(null);
    return query;
  };
  const node = { boundingClientRect: ask, scrollOffset: ask };
  return query;
}

function navigationApi(phone: WechatPhone): Record<string, unknown> {
  const to = (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') => (options: Options) => settle(options, phone.navigate(kind, String(options['url'])).then(() => ({ errMsg: `${kind}:ok` })));
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    navigateBack: (options: Options = {}) => settle(options, phone.navigate.back(Number(options['delta'] ?? 1)).then(() => ({}))),
  };
}
