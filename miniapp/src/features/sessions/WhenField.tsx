import { View } from '@tarojs/components';
import { useState } from 'react';
import { timeOf } from '@/components/dates';
import { Picks } from '@/components/Picks';
import { TimeStep } from '@/components/TimeStep';
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
      <TimeStep text={elder ? timeOf(instantsOf(when).startsAt, true) : time} by="一刻钟" onStep={(towards) => at(shifted(time, towards))} />
      {!elder && <Picks label="几点开始" options={times} chosen={[time]} onPick={at} />}
      <View className={styles.label}>多长</View>
      <Picks label="多长" options={lengths} chosen={lengths.filter(({ value }) => Number(value) === minutes).map(({ value }) => value)} onPick={(value) => onChange({ ...when, minutes: Number(value) })} />
    </>
  );
}

const nothing: ReadonlySet<string> = new Set();
