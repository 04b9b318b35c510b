import Taro from '@tarojs/taro';

/** Puts words on the clipboard; false where the phone does not let us. */
export function copied(words: string): Promise<boolean> {
  return Taro.setClipboardData({ data: words }).then(
    () => true,
    () => false,
  );
}
