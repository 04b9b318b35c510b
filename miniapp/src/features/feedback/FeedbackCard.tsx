import { View } from '@tarojs/components';
import { attended } from '@weidangxiao/shared/rules/attendance.ts';
import { type Usefulness, usefulness, usefulnessNames } from '@weidangxiao/shared/rules/session-feedback.ts';
import { useState } from 'react';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { useKept } from '@/platform/kept';
import { call } from '@/platform/request';
import { type Attended, useMyAttendance } from '../leaves/leaves';
import styles from './FeedbackCard.module.scss';

interface About {
  readonly id: string;
  readonly title: string;
}
const useful = usefulness.map((value) => ({ value, name: usefulnessNames[value] }));
const more = [
  { value: 'yes', name: '还想听' },
  { value: 'no', name: '够了' },
] as const;

/** After a session that one attended: two taps. Who said what is shown to nobody. */
export function FeedbackCard({ session: { id, title } }: { session: About }) {
  const [said, setSaid] = useKept<boolean>(`feedback/${id}`, false);
  const [saidNow, setSaidNow] = useState(false);
  const [first, setFirst] = useState<Usefulness | null>(null);
  const { busy, fault, run } = useAct();
  if (said && !saidNow) return null;
  const answer = (again: 'yes' | 'no') => {
    if (busy || first === null) return;
    run(async () => {
      await call('createSessionFeedback', { params: { id }, body: { useful: first, more: again === 'yes' } });
      setSaidNow(true);
      setSaid(true);
    });
  };
  return (
    <Card>
      {said ? (
        <Words>收到了，谢谢你说一声。</Words>
      ) : (
        <>
          <Words as="note">{title}</Words>
          <Words>{first === null ? '这一场有用吗？' : '这样的课，还想再听吗？'}</Words>
          <View className={styles.picks}>{first === null ? <Picks label="有用吗" options={useful} chosen={[]} onPick={setFirst} /> : <Picks label="还想再听吗" options={more} chosen={[]} onPick={answer} />}</View>
          <Words as="note">只看人数，不看是谁说的</Words>
        </>
      )}
      <Fault>{fault}</Fault>
    </Card>
  );
}

/** On a session's own page, for whoever was there. */
export function FeedbackOn({ session }: { session: About & { readonly state: string } }) {
  const mine = (useMyAttendance().value ?? []).find((one) => one.session.id === session.id);
  return session.state === 'closed' && mine && attended(mine.status) ? <FeedbackCard session={session} /> : null;
}

/** On the home page: the latest that was closed out with the person there. */
export function FeedbackNow() {
  const [latest] = (useMyAttendance().value ?? []).filter(isOver).sort((a, b) => b.session.startsAt - a.session.startsAt);
  return latest ? <FeedbackCard key={latest.session.id} session={latest.session} /> : null;
}

/** Hours are only given at the close-out. */
function isOver({ status, hours }: Attended): boolean {
  return attended(status) && status !== 'made_up' && Number(hours) > 0;
}
