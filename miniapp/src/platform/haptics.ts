import Taro from '@tarojs/taro';

/** A light knock for a finger that cannot feel a key. Phones that cannot do it do nothing. */
export function tapLightly(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  void Promise.resolve(Taro.vibrateShort({ type: 'light' })).catch(() => undefined);
}
