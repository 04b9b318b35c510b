import { sessionReminderAt } from '@weidangxiao/shared/rules/doorbell.ts';
import { businessNow } from '@/platform/clock';
import type { Session } from '../sessions/sessions';
import { RemindMe } from './RemindMe';

/** 提醒我, on a planned session, while the evening before has not come yet. */
export function SessionReminder({ session: { state, startsAt } }: { session: Pick<Session, 'state' | 'startsAt'> }) {
  if (state !== 'planned' || businessNow() >= sessionReminderAt(startsAt)) return null;
  return <RemindMe kinds={['session_reminder']} words="提醒我" done="前一天晚上6点，微信里提醒你。" />;
}
