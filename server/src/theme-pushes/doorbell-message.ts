import { isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { SubscribeMessage } from '../platform/wechat/subscribe-message.ts';
import type { ThemePush } from './theme-push.entity.ts';

type Part = 'title' | 'date' | 'hint' | 'school';

/** The template as the host chose it in WeChat's console: its field names, and what each of them says here. */
export interface Template {
  readonly id: string;
  readonly fields: Readonly<Record<string, Part>>;
}

/** What a phone shows on Monday; a tap opens the week. */
export function messageOf(push: Pick<ThemePush, 'monday' | 'title'>, schoolName: string, template: Template, openid: string): SubscribeMessage {
  const parts = partsOf(push, schoolName);
  const fields = Object.fromEntries(Object.entries(template.fields).map(([field, part]) => [field, parts[part]]));
  return { openid, templateId: template.id, page: `pages/week/index?monday=${push.monday}`, fields };
}

function partsOf({ monday, title }: Pick<ThemePush, 'monday' | 'title'>, school: string): Record<Part, string> {
  const [year, month, day] = monday.split('-').map(Number);
  return {
    title,
    school,
    // A form that WeChat takes for fields of the kinds date, time and thing alike.
    date: `${year}年${month}月${day}日 08:00`,
    hint: `${weekNumberInChinese(isoWeek(monday).week)}的主题，点开就能读`,
  };
}
