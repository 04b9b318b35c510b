import { AppError } from '@weidangxiao/shared/errors.ts';
import { readXmlTree } from './xml-tree.ts';

/** WeChat's own names; every value is text, a list of theirs always a list. */
export type Fields = Readonly<Record<string, unknown>>;

/** What may come once or many times: as a thing when there is one, as a list when there are many. */
const lists: ReadonlySet<string> = new Set(['List', 'item', 'fail_idx']);
/** XML puts these around the list, JSON mostly does not. */
const wrapper = /^SubscribeMsg\w*Event$/;
/** Ids beyond 2^53, which JSON.parse would round when they come as numbers. */
const bigIds = /("(?:MsgI[dD]|publish_id|msg_id|msg_data_id)"\s*:\s*)(\d+)/g;
const deepest = 8;

/** A pushed message in either of WeChat's two shapes. @throws AppError WECHAT_PUSH_UNREADABLE */
export async function readPush(text: string): Promise<Fields> {
  const tree = text.trimStart().startsWith('<') ? await readXmlTree(text) : jsonTree(text);
  const fields = plain(tree, 0);
  if (!isFields(fields)) throw new AppError('WECHAT_PUSH_UNREADABLE');
  return unwrapped(fields);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonTree(text: string): unknown {
  try {
    return JSON.parse(text.replace(bigIds, '$1"$2"'));
  } catch (cause) {
    throw new AppError('WECHAT_PUSH_UNREADABLE', { cause });
  }
}

function plain(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new AppError('WECHAT_PUSH_UNREADABLE');
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (!isFields(value)) return value === null || value === undefined ? '' : String(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, listed(name, plain(inner, depth + 1))]));
}

function listed(name: string, value: unknown): unknown {
  if (!lists.has(name) || Array.isArray(value)) return value;
  return value === '' ? [] : [value];
}

function unwrapped(fields: Fields): Fields {
  const around = Object.keys(fields).find((name) => wrapper.test(name));
  if (around === undefined) return fields;
  const { [around]: inner, ...rest } = fields;
  return isFields(inner) ? { ...inner, ...rest } : fields;
}
