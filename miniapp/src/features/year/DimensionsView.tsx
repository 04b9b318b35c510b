import { View } from '@tarojs/components';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { accessible } from '@/components/accessible';
import { Card } from '@/components/Card';
import { classes } from '@/components/classes';
import { EmptyState } from '@/components/EmptyState';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { type Counted, countedOf, spokenDimensions } from './dimensions';
import type { Dimensions } from './year';
import styles from './Year.module.scss';

/** How much of each kind of study a group took part in, of a month or of the year so far: times, no names, no other group beside it. */
export function DimensionsView({ of }: { of: Dimensions }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [month, setMonth] = useState('');
  if (of.months.length === 0) return <EmptyState icon="info" title="今年还没有记录" text="活动收了尾、主题发出以后，这里就有。" />;
  const counted = countedOf(of, month || null);
  const name = month ? monthInChinese(month) : `${of.year}年`;
  if (elder) return <Card><Words>{spokenDimensions(name, counted)}</Words></Card>;
  return (
    <>
      <Picks label="哪个月" options={[{ value: '', name: '今年' }, ...of.months.map((one) => ({ value: one.month, name: `${Number(one.month.slice(5))}月` }))]} chosen={[month]} onPick={setMonth} />
      <Card>
        <View className={styles.kinds} {...accessible({ role: 'img', label: spokenDimensions(name, counted) })}>
          {counted.map((one) => <Kind key={one.dimension} counted={one} />)}
        </View>
      </Card>
      <Words as="note" className={styles.note}>次数是全组加起来的，免学的不算。不显示谁到谁没到，也不和别的组比。</Words>
    </>
  );
}

function Kind({ counted: { label, unit, took, of } }: { counted: Counted }) {
  return (
    <View className={styles.kind}>
      <View className={styles.kindHead}>
        <View>{label}</View>
        <View className={styles.kindCount}>{of === 0 ? '没有安排' : `${took} / ${of}${unit}`}</View>
      </View>
      <View className={classes(styles.kindBar, of === 0 && styles.open)}>{of > 0 && <View className={styles.kindFill} style={`width:${((took / of) * 100).toFixed(1)}%`} />}</View>
    </View>
  );
}
