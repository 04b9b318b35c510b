import { View } from '@tarojs/components';
import { type MakeUpWay, makeUpWayNames, makeUpWays } from '@weidangxiao/shared/rules/make-up.ts';
import { addDays, type BusinessDate, businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import { useMakeUp } from './hand-in';
import type { Attended } from './leaves';
import styles from './leaves.module.scss';

const ways = makeUpWays.map((value) => ({ value, name: makeUpWayNames[value] }));
const asked: Readonly<Record<MakeUpWay, string>> = { read: '看了哪一份', watched: '看了或听了哪一段', talked: '跟谁讲的，讲了什么' };

/** 补学: how, what, and on which day. It counts once the leader has verified it. */
export function MakeUpSheet({ missed: { session, makeUpUntil }, onDone, onClose }: { missed: Attended; onDone: () => void; onClose: () => void }) {
  const today = businessDate(businessNow());
  const [way, setWay] = useState<MakeUpWay>('read');
  const [text, setText] = useState('');
  const [on, setOn] = useState<BusinessDate>(today);
  const { busy, fault, handIn } = useMakeUp(session, onDone);
  return (
    <Sheet title="补学" onClose={onClose}>
      <Words>{session.title}</Words>
      <Words as="minor">{makeUpUntil && `${dateInChinese(makeUpUntil)}前都可以补。`}组长核实了，和到场一样算。</Words>
      <View className={styles.part}>
        <Picks label="怎么补的" options={ways} chosen={[way]} onPick={setWay} />
      </View>
      <Field spoken label={asked[way]} value={text} onChange={setText} longest={200} />
      <View className={styles.part}>
        <Words as="minor">哪一天补的</Words>
        <Picks label="哪一天补的" options={daysFrom(session.date, today)} chosen={[on]} onPick={setOn} />
      </View>
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={text.trim() === ''} onTap={() => handIn({ way, text, on })}>
          交给组长核实
        </Button>
      </View>
    </Sheet>
  );
}

/** From today back to the session's own day. */
function daysFrom(first: BusinessDate, today: BusinessDate): { value: BusinessDate; name: string }[] {
  const days: { value: BusinessDate; name: string }[] = [];
  for (let date = today; date >= first; date = addDays(date, -1)) days.push({ value: date, name: ['今天', '昨天'][days.length] ?? dateInChinese(date) });
  return days;
}
