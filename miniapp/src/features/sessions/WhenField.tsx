import { View } from '@tarojs/components';
import { useState } from 'react';
import { accessible } from '@/components/accessible';
import { timeOf } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Picks } from '@/components/Picks';
import { Tap } from '@/components/Tap';
import { useAppearance } from '@/platform/appearance';
import { Calendar, type Shown } from './Calendar';
import { dayText } from './sessions';
import { commonTimes, instantsOf, lengths, shifted, type When } from './times';
import styles from './WhenField.module.scss';

const times = commonTimes.map((time) => ({ value: time as string, name: time }));

/** The day from the calendar, the usual hours with one tap, others by quarters, and how long. */
export function WhenField({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [shown, setShown] = useState<Shown>({ kind: 'weeks' });
  const { date, time, minutes } = when;
  const at = (next: string) => onChange({ ...when, time: next });
  return (
    <>
      <View className={styles.label}>哪一天：{dayText(date)}</View>
      <Calendar shown={shown} onShow={setShown} marked={nothing} chosen={date} onChoose={(day) => onChange({ ...when, date: day })} />
      <View className={styles.label}>几点开始</View>
      <View className={styles.time}>
        <Tap className={styles.step} label="早一刻钟" onTap={() => at(shifted(time, -1))}>
          <Icon name="minus" size="s" />
        </Tap>
        <View className={styles.now} {...accessible({ live: 'polite' })}>
          {elder ? timeOf(instantsOf(when).startsAt, true) : time}
        </View>
        <Tap className={styles.step} label="晚一刻钟" onTap={() => at(shifted(time, 1))}>
          <Icon name="plus" size="s" />
        </Tap>
      </View>
      {!elder && <Picks label="几点开始" options={times} chosen={[time]} onPick={at} />}
      <View className={styles.label}>多长</View>
      <Picks label="多长" options={lengths} chosen={lengths.filter(({ value }) => Number(value) === minutes).map(({ value }) => value)} onPick={(value) => onChange({ ...when, minutes: Number(value) })} />
    </>
  );
}

const nothing: ReadonlySet<string> = new Set();
