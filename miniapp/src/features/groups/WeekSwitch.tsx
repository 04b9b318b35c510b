import { View } from '@tarojs/components';
import { addDays, type BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { useAppearance } from '@/platform/appearance';
import { weekDates, weekLabel } from './group-week';
import styles from './WeekSwitch.module.scss';

/** One week back, one week on, never into a week that has not begun. */
export function WeekSwitch({ monday, last, onChange }: { monday: BusinessDate; last: BusinessDate; onChange: (monday: BusinessDate) => void }) {
  return (
    <View className={styles.switch}>
      <Step label="上一周" icon="chevron-left" onTap={() => onChange(addDays(monday, -7))} />
      <View className={styles.week}>
        <View className={styles.label}>{weekLabel(monday)}</View>
        <View className={styles.dates}>{weekDates(monday)}</View>
      </View>
      <Step label="下一周" icon="chevron-right" disabled={monday >= last} onTap={() => onChange(addDays(monday, 7))} />
    </View>
  );
}

function Step({ label, icon, disabled, onTap }: { label: string; icon: 'chevron-left' | 'chevron-right'; disabled?: boolean; onTap: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Tap className={classes(styles.step, disabled && styles.off)} label={label} disabled={disabled} onTap={onTap}>
      {elder ? <View>{label}</View> : <Icon name={icon} />}
    </Tap>
  );
}
