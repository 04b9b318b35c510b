import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ReactNode } from 'react';
import { Row } from '@/components/Row';
import { useAppearance } from '@/platform/appearance';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';
import { ReminderSheet } from './ReminderSheet';
import { slotInWords } from './slots';
import { offered, useSubscription } from './subscription';

export type Slot = NonNullable<Answer<'getMyCheckInReminder'>['slot']>;

/** 打卡提醒: the day and hour that the member chose. Not there where the host has no template for it. */
export function CheckInReminderRow({ over }: { over: (sheet: ReactNode) => void }) {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const elder = useAppearance((appearance) => appearance.elder);
  const subscription = useSubscription();
  const reminder = useStored(member ? 'check-in-reminder' : null, () => call('getMyCheckInReminder'));
  const [kind] = offered(subscription.value, ['check_in_reminder']);
  if (!kind || !reminder.value?.offered) return null;
  const { slot } = reminder.value;
  const close = () => over(null);
  const done = () => {
    close();
    reminder.reload();
    subscription.reload();
  };
  const open = () => over(<ReminderSheet slot={slot} kind={kind} onDone={done} onClose={close} />);
  return <Row title="打卡提醒" note={elder ? undefined : noteOf(slot, kind.credits)} end={slot ? slotInWords(slot) : '没有定'} onTap={open} />;
}

function noteOf(slot: Slot | null, credits: number): string {
  if (!slot) return '自己定一天、一个钟点';
  return credits > 0 ? `那时还没打卡才提醒，还能提醒${credits}次` : '微信里的次数用完了，点开再要一次';
}
