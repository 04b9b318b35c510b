import type { SubscribeMessage } from '../platform/wechat/subscribe-message.ts';
import type { Template } from '../platform/config/config.ts';
import type { Announcement } from './doorbell-round.entity.ts';

/** What a phone shows; a tap opens the page. */
export function messageOf(announcement: Announcement, school: string, { id, fields }: Template): Omit<SubscribeMessage, 'openid'> {
  const parts = { ...announcement, school };
  return { templateId: id, page: announcement.page, fields: Object.fromEntries(Object.entries(fields).map(([field, part]) => [field, parts[part]])) };
}
