import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { RoundOrder } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { addDays, isoWeek, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { dateWithYear, now, timeOfDay } from '../../platform/clock.ts';

export type Funnel = Answer<'getThemePush'>;
export type Unrung = Answer<'listUnrung'>['items'][number];
export type Why = Unrung['why'];

/** Why WeChat's message did not come, and what can be done; the first can be helped most. */
export const whys: readonly { why: Why; name: string; of: (doorbell: Funnel['doorbell']) => number; help: string }[] = [
  { why: 'failed', name: '没送成', of: ({ failed }) => failed, help: '再提醒一次；还不行，请组长把这一周发到群里' },
  { why: 'no_credit', name: '没有次数', of: ({ noCredit }) => noCredit, help: '请组长把这一周发到群里。本人下次打卡，会再问一次要不要提醒' },
  { why: 'unbound', name: '没绑微信', of: ({ unbound }) => unbound, help: '把周一包送上门，或者放广播；会用微信的，教一次登录' },
  { why: 'refused', name: '本人关了提醒', of: ({ refused }) => refused, help: '不勉强。主题在“本周”里，也可以送周一包' },
];

export function whyOf(why: Why): (typeof whys)[number] {
  return whys.find((one) => one.why === why) ?? whys[0]!;
}

/** Whom no message has reached for good; those who are still waiting are none of them. */
export function unrungOf(doorbell: Funnel['doorbell']): number {
  return whys.reduce((sum, { of }) => sum + of(doorbell), 0);
}

export const orderNames: Readonly<Record<RoundOrder, string>> = { pause: '暂停提醒', resume: '继续', cancel: '叫停', resend: '给没送成的再提醒一次' };
export const orderDone: Readonly<Record<RoundOrder, string>> = { pause: '暂停了，没送的先不送', resume: '接着送了', cancel: '叫停了，没送的不再送', resend: '再提醒一次，正在送' };

export function titleOf(monday: string): string {
  const current = mondayOf(now());
  if (monday === current) return '这周一送到了哪里';
  return monday === addDays(current, -7) ? '上周一送到了哪里' : '这个周一送到了哪里';
}

export function whenSent({ monday, sentAt }: Pick<Funnel, 'monday' | 'sentAt'>): string {
  const week = `第${isoWeek(monday).week}周，${dateWithYear(monday)}`;
  return sentAt === null ? week : `${week}${timeOfDay(sentAt)}发出，已读只看总数，不看个人`;
}
