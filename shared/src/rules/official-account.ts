const retry = '过几分钟再试';

/** WeChat's errcode when it is asked for a token -> what to do about it. */
const sentences: Readonly<Record<number, string>> = {
  40001: 'AppSecret不对。请到公众号后台重置AppSecret，再填到这里',
  40013: 'AppID不对。请核对公众号后台“基本配置”里的AppID，别填成小程序的',
  40125: 'AppSecret不对。请到公众号后台重置AppSecret，再填到这里',
  40164: '服务器的IP没有加进白名单。请在公众号后台“基本配置、IP白名单”里加上服务器的IP',
  40243: 'AppSecret被冻结了。请公众号的管理员到后台解冻',
  45009: '今天问微信的次数用完了，明天再试',
  45011: `问得太快了，${retry}`,
  50004: '微信停用了这个公众号的接口，请看公众号后台的通知',
  50007: '这个公众号被冻结了，请看公众号后台的通知',
  89503: '公众号的管理员还没有确认这台服务器。请管理员在微信上点确认，再试',
  89506: '公众号的管理员拒绝了这台服务器，24小时后才能再试',
  89507: '公众号的管理员拒绝了这台服务器，1小时后才能再试',
};

/** Null for what has nothing to do with the account's own settings. */
export function tokenSentence(errcode: number): string | null {
  return sentences[errcode] ?? null;
}
