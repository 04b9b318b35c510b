import Taro from '@tarojs/taro';

/** Raise when what is kept changes its form: older copies are then not read. */
const version = 'v1';

/** A named part of the phone's memory. What cannot be kept (memory full, private window) is simply not kept. */
export interface Shelf {
  get<T>(key: string): T | null;
  /** False when the phone refused. */
  put(key: string, value: unknown): boolean;
  remove(key: string): void;
}

function shelf(name: string): Shelf {
  const full = (key: string) => `${version}/${name}/${key}`;
  return {
    get: <T>(key: string) => read<T>(full(key)),
    put: (key, value) => write(full(key), value),
    remove: (key) => Taro.removeStorageSync(full(key)),
  };
}

/** What belongs to the handset: how it looks, who is logged in. */
export const handset = shelf('handset');

/** What belongs to one owner (a member's id, or `guest`): two members on one handset never mix. */
export function shelfOf(owner: string): Shelf {
  return shelf(`of/${owner}`);
}

function read<T>(key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
