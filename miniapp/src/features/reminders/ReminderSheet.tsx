import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { TimeStep } from '@/components/TimeStep';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { call } from '@/platform/request';
import { askForReminder } from '@/platform/subscribe';
import type { Slot } from './CheckInReminder';
import styles from './Reminders.module.scss';
import { days, hourInWords, shiftedHour, slotInWords, usualHours, usualSlot } from './slots';
import type { Kind } from './subscription';

interface ReminderSheetProps {
  slot: Slot | null;
  kind: Kind;
  onDone: () => void;
  onClose: () => void;
}

/** Chooses day and hour. WeChat is asked first in the very tap that saves; what it answers changes nothing about the choice. */
export function ReminderSheet({ slot, kind, onDone, onClose }: ReminderSheetProps) {
  const [{ weekday, hour }, choose] = useState<Slot>(slot ?? usualSlot);
  const { busy, fault, run } = useAct();
  const at = (next: number) => choose({ weekday, hour: next });
  const save = () => {
    const asked = askForReminder([kind.templateId]);
    run(async () => {
      const rings = (await asked) || kind.credits > 0;
      await call('setMyCheckInReminder', { body: { slot: { weekday, hour } } });
      say(rings ? `好，${slotInWords({ weekday, hour })}提醒你` : '定好了。微信里没同意，到时候不会响');
      onDone();
    });
  };
  const stop = () => run(() => call('setMyCheckInReminder', { body: { slot: null } }).then(onDone));
  return (
    <Sheet title="打卡提醒" onClose={onClose}>
      <Words as="minor">到了那时你还没打卡，微信里提醒一次；打过了就不打扰。</Words>
      <View className={styles.label}>哪一天</View>
      <Picks label="哪一天" options={days} chosen={[String(weekday)]} onPick={(day) => choose({ weekday: Number(day), hour })} />
      <View className={styles.label}>几点</View>
      <TimeStep text={hourInWords(hour)} by="一个钟头" onStep={(towards) => at(shiftedHour(hour, towards))} />
      <Picks label="几点" options={usualHours} chosen={[String(hour)]} onPick={(next) => at(Number(next))} />
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button busy={busy} onTap={save}>
          就这样提醒
        </Button>
        {slot && (
          <Button kind="plain" disabled={busy} onTap={stop}>
            不用提醒了
          </Button>
        )}
      </View>
    </Sheet>
  );
}
