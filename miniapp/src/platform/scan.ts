import Taro from '@tarojs/taro';

/** A browser has no scanner of its own. */
export const canScan = process.env.TARO_ENV === 'weapp';

/** What stands in the square code that the person shows to the camera; null when they leave without one. */
export async function scanCode(): Promise<string | null> {
  const found = await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: false }).catch(() => null);
  return found?.result ?? null;
}

/** What the code on a blackboard opens: of WeChat's own kind its page, of any other kind its text. The camera alone: a picture passed on proves nothing. */
export async function scanPage(): Promise<string | null> {
  const found = await Taro.scanCode({ onlyFromCamera: true }).catch(() => null);
  if (!found) return null;
  const { path, result } = found as { path?: string; result: string };
  return path || result;
}
