import type { DoorbellState } from './doorbell-round.ts';

/** What is not an errcode of WeChat's. */
export type OwnReason = 'off' | 'unreachable' | 'unreadable' | 'week_over' | 'over' | 'cancelled' | 'unsayable' | 'undelivered';

const byReason: Readonly<Record<string, string>> = {
  off: '这台服务器没有接通微信，只送到收件箱',
  unreachable: '微信连不上',
  unreadable: '绑定的微信读不出来，请本人重新登录一次',
  week_over: '这一周已经过去，不再提醒',
  over: '已经过时，不再提醒',
  cancelled: '提醒已叫停',
  undelivered: '微信收下了，但没有送到手机上',
  unsayable: '消息模板有一栏装不下要说的话，请联系运维改模板的设置',
  '40003': '绑定的微信已失效，请本人重新登录一次',
  '40037': '消息模板的编号不对，请联系运维',
  '41030': '消息要打开的页面还没发布，请联系运维',
  '43101': '本人没有订阅，或在微信里关掉了提醒',
  '43107': '微信停用了这个消息模板，请联系运维',
  '43108': '同一个微信正在收另一条提醒',
  '45009': '今天的微信消息额度用完了',
  '45168': '主题里有微信不让发的词',
  '47003': '消息内容不合微信的格式，请联系运维',
  '40001': '微信的通行证失效了，请联系运维',
  '40013': '小程序的AppID不对，请联系运维',
  '40125': '小程序的密钥不对，请联系运维',
  '40164': '微信没有放行这台服务器的地址，请联系运维',
  '40243': '小程序的密钥被冻结，请联系运维',
};

/** Why doorbells in this state did not ring, in words for an admin; null where nothing needs saying. */
export function reasonInChinese(state: DoorbellState, reason: string | null): string | null {
  if (state === 'sent') return null;
  if (state === 'no_credit') return '没有可用的提醒次数，下次打卡时可以再订阅';
  if (state === 'unbound') return '还没有绑定微信';
  if (state === 'waiting' && reason === null) return null;
  const why = byReason[reason ?? ''] ?? `微信没有接受（${reason}）`;
  return state === 'waiting' ? `${why}，稍后再试` : why;
}
