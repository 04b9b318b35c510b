import { View } from '@tarojs/components';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Icon } from '@/components/Icon';
import { Row } from '@/components/Row';
import { Sheet } from '@/components/Sheet';
import { Tap } from '@/components/Tap';
import { recentMonths } from './catalogue';
import styles from './Catalogue.module.scss';

export function MonthButton({ month, onTap }: { month: string | null; onTap: () => void }) {
  return (
    <Tap className={styles.month} label={`哪个月：${month ? monthInChinese(month) : '全部'}`} onTap={onTap}>
      <View>{month ? monthInChinese(month) : '全部月份'}</View>
      <Icon name="chevron-down" size="xs" />
    </Tap>
  );
}

export function MonthSheet({ month, onChoose, onClose }: { month: string | null; onChoose: (month: string | null) => void; onClose: () => void }) {
  return (
    <Sheet title="看哪个月的" onClose={onClose}>
      <Row title="全部月份" end={month === null ? '在看' : undefined} onTap={() => onChoose(null)} />
      {recentMonths().map((one) => (
        <Row key={one} title={`${one.slice(0, 4)}年${monthInChinese(one)}`} end={one === month ? '在看' : undefined} onTap={() => onChoose(one)} />
      ))}
    </Sheet>
  );
}
