/** An event as WeChat's page names its parts; `wrapper` is what XML puts around the list. */
export interface PushedEvent {
  openid: string;
  event: string;
  wrapper?: string;
  list?: readonly Record<string, string>[];
  /** Parts of events that have no list. */
  more?: Record<string, unknown>;
}

export type PushShape = 'json' | 'wrapped-json' | 'xml';

const receiver = 'gh_5a4db0c0ffee';

/** The event in one of the shapes that were seen: JSON has an object where there is one and a list where there are many; some reports show XML's wrapper in it. WECHAT.md §2, Events */
export function pushedWords({ openid, event, wrapper, list, more = {} }: PushedEvent, seconds: number, shape: PushShape): string {
  const head = { ToUserName: receiver, FromUserName: openid, CreateTime: seconds, MsgType: 'event', Event: event, ...more };
  if (shape === 'xml') return `<xml>${xmlOf(head)}${list ? xmlOf({ [wrapper ?? 'List']: { List: list } }) : ''}</xml>`;
  const items = list?.length === 1 ? list[0] : list;
  if (!list) return JSON.stringify(head);
  return JSON.stringify(shape === 'wrapped-json' && wrapper ? { ...head, [wrapper]: { List: items } } : { ...head, List: items });
}

/** What is sealed travels in an envelope of the same shape. WECHAT.md §2, Push security */
export function envelope(sealed: string, shape: PushShape): string {
  const parts = { ToUserName: receiver, Encrypt: sealed };
  return shape === 'xml' ? `<xml>${xmlOf(parts)}</xml>` : JSON.stringify(parts);
}

function xmlOf(parts: object): string {
  return Object.entries(parts).map(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `<${name}>${xmlValue(one)}</${name}>`).join('')).join('');
}

function xmlValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return xmlOf(value);
  return typeof value === 'number' ? String(value) : `<![CDATA[${String(value)}]]>`;
}
