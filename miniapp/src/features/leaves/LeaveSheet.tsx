import { View } from '@tarojs/components';
import { exempts, type LeaveReason, leaveReasonNames, leaveReasons } from '@weidangxiao/shared/rules/leave.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { dayText, type Session, spanText } from '../sessions/sessions';
import { useAskLeave } from './hand-in';
import styles from './leaves.module.scss';

type About = Pick<Session, 'id' | 'title' | 'date' | 'startsAt' | 'endsAt'>;
const options = leaveReasons.map((value) => ({ value, name: leaveReasonNames[value] }));

/** 请假: why, in one tap; a sentence more if one likes. It says beforehand how it will count. */
export function LeaveSheet({ session, onDone, onClose }: { session: About; onDone: () => void; onClose: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [reason, setReason] = useState<LeaveReason | null>(null);
  const [text, setText] = useState('');
  const { busy, fault, handIn } = useAskLeave(session, onDone);
  return (
    <Sheet title="请假" onClose={onClose}>
      <Words>{session.title}</Words>
      <Words as="minor">
        {dayText(session.date)} {spanText(session, elder)}
      </Words>
      <View className={styles.part}>
        <Picks label="为什么" options={options} chosen={reason ? [reason] : []} onPick={setReason} />
      </View>
      {reason && <Words as="minor" className={styles.how}>{exempts(reason) ? '组长准了，这一场免了，不扣分。' : '组长准了，记作请假，14天内可以补学。'}</Words>}
      {!elder && <Field spoken lines label="要说的话，可以不写" value={text} onChange={setText} longest={200} />}
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={reason === null} onTap={() => reason && handIn({ reason, text })}>
          交给组长
        </Button>
      </View>
    </Sheet>
  );
}
