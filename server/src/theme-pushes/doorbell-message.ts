import { isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { SubscribeMessage } from '../platform/wechat/subscribe-message.ts';
import type { ThemePush } from './theme-push.entity.ts';

/** What a phone shows on Monday; a tap opens the week. */
export function messageOf({ monday, title }: ThemePush, openid: string, templateId: string): SubscribeMessage {
  const [year, month, day] = monday.split('-').map(Number);
  return {
    openid,
    templateId,
    page: `pages/week/index?monday=${monday}`,
    fields: { thing1: title, date2: `${year}年${month}月${day}日`, thing3: `${weekNumberInChinese(isoWeek(monday).week)}的主题，点开就能读` },
  };
}
