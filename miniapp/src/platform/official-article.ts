import Taro from '@tarojs/taro';
import { sandboxPath } from './demo';
import { say } from './navigation';

/**
 * Opens an article of an official account. Call it in the tap's own handler: WeChat opens one at no other time. Before base
 * library 3.4.8 there is no way into an article, so its address goes to the clipboard.
 */
export function openArticle(url: string): void {
  if (process.env.TARO_ENV === 'h5') {
    window.open(inBrowser(url), '_blank', 'noopener');
  } else if (typeof wx.openOfficialAccountArticle === 'function') {
    wx.openOfficialAccountArticle({ url, fail: () => copyAddress(url) });
  } else {
    copyAddress(url);
  }
}

function copyAddress(url: string): void {
  void Taro.setClipboardData({ data: url }).then(
    () => say('链接复制好了，发到微信里就能点开'),
    () => say('没打开，请到公众号里看'),
  );
}

/** The articles of the demo stand in its own WeChat, not in the real one. */
function inBrowser(url: string): string {
  const sandbox = sandboxPath();
  return sandbox === null ? url : url.replace('https://mp.weixin.qq.com', sandbox);
}
