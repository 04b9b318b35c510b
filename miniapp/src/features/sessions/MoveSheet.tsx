import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ask } from '@/platform/navigation';
import { call } from '@/platform/request';
import styles from './PlanForm.module.scss';
import { despite } from './despite-overlap';
import type { SessionDetail } from './sessions';
import { instantsOf, whenOf } from './times';
import { WhenField } from './WhenField';

/** To another time, with a word for everybody who is expected. Somebody expected elsewhere then is told about first. */
export function MoveSheet({ session, onMoved, onClose }: { session: SessionDetail; onMoved: () => void; onClose: () => void }) {
  const [when, setWhen] = useState(() => whenOf(session));
  const [why, setWhy] = useState('');
  const { busy, fault, run } = useAct();
  const move = () =>
    run(async () => {
      const send = (despiteOverlap: boolean) => call('moveStudySession', { params: { id: session.id }, body: { ...instantsOf(when), why: why.trim(), despiteOverlap } });
      if (await despite(send, (text) => ask({ title: '时间撞上了', text, yes: '就这样改', no: '换个时间' }))) onMoved();
    });
  return (
    <Sheet title="改期" onClose={onClose}>
      <Words as="minor">应到的人都会收到新的时间和你写的这句话。</Words>
      <WhenField when={when} onChange={setWhen} />
      <Field spoken label="为什么改" value={why} onChange={setWhy} longest={100} placeholder="下雨，院坝里坐不下" />
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={why.trim() === ''} onTap={move}>
          改好，告诉大家
        </Button>
      </View>
    </Sheet>
  );
}
