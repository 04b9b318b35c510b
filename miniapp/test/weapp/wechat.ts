import { readFileSync } from 'node:fs';
import { send } from '../support/http-json';

type Options = Record<string, unknown> & { success?: (result: unknown) => void; fail?: (result: unknown) => void; complete?: (result: unknown) => void };

export interface WechatSettings {
  /** Where the mini-program's server really is. */
  readonly serverUrl: string;
  /** The address that the build was given. */
  readonly builtFor: string;
  /** What `wx.login` answers. */
  loginCode(): Promise<string>;
  /** The user's answer to `wx.requestSubscribeMessage`. */
  subscriptionAnswer(templateIds: readonly string[]): Promise<Record<string, unknown>>;
  /** Phone settings. */
  readonly fontSizeSetting?: number;
  readonly theme?: 'light' | 'dark';
}

/** What happened to the phone, for tests to look at. */
export interface WechatPhone {
  readonly wx: Record<string, unknown>;
  readonly storage: Map<string, unknown>;
  readonly modals: { title: string; content: string; confirm: boolean }[];
  readonly toasts: string[];
  /** Whether requests get through; set it with `setOnline`, which also tells the app. */
  online: boolean;
  setOnline(online: boolean): void;
  /** Answers the next question with "no". */
  refuseNextModal(): void;
  navigate: { (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): Promise<void>; back(delta: number): Promise<void> };
}

/** The part of `wx` that the mini-program uses, as base library 3.x on an Android phone behaves. */
export function wechat(settings: WechatSettings): WechatPhone {
  const networkListeners: ((state: unknown) => void)[] = [];
  const storage = new Map<string, unknown>();
  let refuseNext = false;
  const phone: WechatPhone = {
    wx: {},
    storage,
    modals: [],
    toasts: [],
    online: true,
    setOnline(online) {
      phone.online = online;
      for (const listener of networkListeners) listener({ isConnected: online, networkType: online ? '4g' : 'none' });
    },
    refuseNextModal: () => void (refuseNext = true),
    navigate: Object.assign(() => Promise.reject(new Error('no pages yet')), { back: () => Promise.reject(new Error('no pages yet')) }),
  };
  const appShow: ((options: unknown) => void)[] = [];
  Object.assign(phone.wx, {
    request: (options: Options) => request(phone, settings, options),
    uploadFile: (options: Options) => upload(phone, settings, options),
    login: (options: Options) => settle(options, settings.loginCode().then((code) => ({ code, errMsg: 'login:ok' }))),
    requestSubscribeMessage: (options: Options) => settle(options, settings.subscriptionAnswer(options['tmplIds'] as string[])),
    ...storageApi(storage),
    ...deviceApi(settings),
    getNetworkType: (options: Options) => settle(options, Promise.resolve({ networkType: phone.online ? '4g' : 'none' })),
    onNetworkStatusChange: (listener: (state: unknown) => void) => networkListeners.push(listener),
    onAppShow: (listener: (options: unknown) => void) => appShow.push(listener),
    ...dialogApi(phone, () => {
      const confirm = !refuseNext;
      refuseNext = false;
      return confirm;
    }),
    ...navigationApi(phone),
  });
  return phone;
}

/** Questions and short words; `answer` says what the person taps. */
function dialogApi(phone: WechatPhone, answer: () => boolean): Record<string, unknown> {
  return {
    showModal(options: Options) {
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

function request(phone: WechatPhone, { serverUrl, builtFor }: WechatSettings, options: Options): unknown {
  const url = String(options['url']).replace(builtFor, serverUrl);
  const headers = (options['header'] ?? {}) as Record<string, string>;
  const answered = !phone.online
    ? Promise.reject(new Error('request:fail '))
    : send(String(options['method'] ?? 'GET'), url, headers, options['data'] as string | undefined).then(({ status, headers: header, bytes }) => ({ statusCode: status, header, data: dataOf(bytes), errMsg: 'request:ok' }));
  settle(options, answered);
  return { abort: () => undefined, onHeadersReceived: () => undefined };
}

/** WeChat parses what looks like JSON when `dataType` is json, which is its default. */
function dataOf(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function upload(phone: WechatPhone, { serverUrl, builtFor }: WechatSettings, options: Options): unknown {
  const boundary = 'weapp-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${String(options['name'])}"; filename="file"\r\n\r\n`;
  const work = async () => {
    if (!phone.online) throw new Error('uploadFile:fail ');
    const body = Buffer.concat([Buffer.from(head), readFileSync(String(options['filePath'])), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { ...((options['header'] ?? {}) as Record<string, string>), 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(body.length) };
    const { status, bytes } = await send('POST', String(options['url']).replace(builtFor, serverUrl), headers, body);
    return { statusCode: status, data: bytes.toString('utf8'), errMsg: 'uploadFile:ok' };
  };
  settle(options, work());
  return { abort: () => undefined, onProgressUpdate: () => undefined };
}

function storageApi(storage: Map<string, unknown>): Record<string, unknown> {
  return {
    getStorageSync: (key: string) => (storage.has(key) ? storage.get(key) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

function deviceApi({ fontSizeSetting = 16, theme = 'light' }: WechatSettings): Record<string, unknown> {
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
    getFileSystemManager: () => ({ readFile: () => undefined, saveFile: () => undefined, unlink: () => undefined, accessSync: () => undefined, mkdirSync: () => undefined }),
    createInnerAudioContext: () => quietAudio(),
    getRecorderManager: () => ({ onStart: () => undefined, onStop: () => undefined, onError: () => undefined, start: () => undefined, stop: () => undefined }),
    createSelectorQuery: () => selectorQuery(),
    makePhoneCall: (options: Options) => settle(options, Promise.resolve({})),
    setClipboardData: (options: Options) => settle(options, Promise.resolve({})),
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

function quietAudio(): Record<string, unknown> {
  const names = ['onPlay', 'onPause', 'onStop', 'onEnded', 'onError', 'onTimeUpdate', 'onWaiting', 'onCanplay', 'offPlay', 'play', 'pause', 'stop', 'seek', 'destroy'];
  return Object.fromEntries(names.map((name) => [name, () => undefined]));
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

/** Calls back as WeChat does, and answers a promise where no callback was given. */
function settle(options: Options, work: Promise<unknown>): Promise<unknown> | undefined {
  const calledBack = options.success ?? options.fail ?? options.complete;
  const done = work.then(
    (result) => {
      options.success?.(result);
      options.complete?.(result);
      return result;
    },
    (error: Error) => {
      const failure = { errMsg: error.message };
      options.fail?.(failure);
      options.complete?.(failure);
      if (!calledBack) throw Object.assign(new Error(error.message), failure);
      return undefined;
    },
  );
  return calledBack ? undefined : done;
}
