import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import type { SubscribeMessage } from '../platform/wechat/subscribe-message.ts';
import type { Template } from '../platform/config/config.ts';
import type { Announcement } from './doorbell-round.entity.ts';

/** What a phone shows; a tap opens the page. */
export function messageOf(announcement: Announcement, school: string, { id, fields }: Template, openid: string): SubscribeMessage {
  const parts = { ...announcement, school };
  return { openid, templateId: id, page: announcement.page, fields: Object.fromEntries(Object.entries(fields).map(([field, part]) => [field, parts[part]])) };
}

/** An instant as fields of the kinds date, time and thing alike take it. */
export function messageInstant(instant: number): string {
  const [year, month, day] = businessDate(instant).split('-').map(Number);
  const time = new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
  return `${year}年${month}月${day}日 ${time}`;
}
