import { View } from '@tarojs/components';
import { addDays, mondayOf, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { dayOf, timeOf, weekdayOf } from '@/components/dates';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { businessNow } from '@/platform/clock';
import { refreshDemo } from '@/platform/demo';
import { call } from '@/platform/request';
import styles from './Account.module.scss';

/** Only in the demo: on to the moment when the next theme goes out. */
export function DemoClock() {
  const { busy, fault, run } = useAct();
  const now = businessNow();
  const next = pushInstant(addDays(mondayOf(now), 7));
  return (
    <Card>
      <Words as="title">演示时间</Words>
      <Words as="minor">
        现在是{dayOf(now)} {weekdayOf(now)} {timeOf(now)}
      </Words>
      <View className={styles.acts}>
        <Button kind="line" busy={busy} onTap={() => run(() => call('setDemoClock', { body: { now: new Date(next).toISOString() } }).then(refreshDemo))}>
          跳到下周一8点
        </Button>
      </View>
      <Fault>{fault}</Fault>
    </Card>
  );
}
