import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { GoldBar } from '@/components/GoldBar';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { type Hours, hoursPage, hoursSpoken, thisYear, useMyHours } from './hours';
import styles from './HoursCard.module.scss';

/** 我的: the year's hours as a gold bar; in the large version as one sentence. Opens every line behind the figure. */
export function HoursCard() {
  const year = thisYear();
  const { value } = useMyHours(year);
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Card onTap={() => open(hoursPage)} label={value ? `${hoursSpoken(value)}看台账` : '学时台账'} className={styles.card}>
      <View className={styles.head}>
        <Words as="minor">{year}年学时</Words>
        <Words as="minor" className={styles.more}>
          台账
          <Icon name="chevron-right" size="xs" />
        </Words>
      </View>
      {!value && <Words as="minor">点开看每一场的学时</Words>}
      {value && (elder ? <Words>{hoursSpoken(value)}</Words> : <HoursBar hours={value} />)}
    </Card>
  );
}

/** The figure, what the year asks for, and what it still lacks. */
export function HoursBar({ hours: { hours, required, due, missing } }: { hours: Hours }) {
  const share = Number(required) > 0 ? Math.min(1, Number(hours) / Number(required)) : 1;
  return (
    <>
      <GoldBar figure={hours} label={`应修${required}学时`} share={share} />
      <Words as="note">{Number(missing) > 0 ? `全年还差${missing}。到上个月底该有${due}${Number(hours) >= Number(due) ? '，跟得上' : ''}。` : '全年的学时够了。'}</Words>
    </>
  );
}
