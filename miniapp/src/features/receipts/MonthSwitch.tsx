import { View } from '@tarojs/components';
import { addDays, datesOfMonth, monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { useAppearance } from '@/platform/appearance';
import styles from './MonthSwitch.module.scss';

interface MonthSwitchProps {
  month: string;
  /** The months that there can be, 'YYYY-MM'. */
  first: string;
  last: string;
  onChange: (month: string) => void;
}

/** One month back or on. The year is said where it is not this one. */
export function MonthSwitch({ month, first, last, onChange }: MonthSwitchProps) {
  const before = monthOf(addDays(datesOfMonth(month).from, -1));
  const after = monthOf(addDays(datesOfMonth(month).to, 1));
  const year = month.slice(0, 4) === last.slice(0, 4) ? '' : `${month.slice(0, 4)}年`;
  return (
    <View className={styles.months}>
      <Step label="上一个月" icon="chevron-left" off={before < first} onTap={() => onChange(before)} />
      <View className={styles.month} {...accessible({ live: 'polite' })}>
        {year}
        {monthInChinese(month)}
      </View>
      <Step label="下一个月" icon="chevron-right" off={after > last} onTap={() => onChange(after)} />
    </View>
  );
}

function Step({ label, icon, off, onTap }: { label: string; icon: 'chevron-left' | 'chevron-right'; off: boolean; onTap: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Tap className={classes(styles.step, off && styles.off)} label={label} disabled={off} onTap={onTap}>
      {elder ? <View>{label}</View> : <Icon name={icon} />}
    </Tap>
  );
}
