import { View } from '@tarojs/components';
import { mayOpen } from '@weidangxiao/shared/rules/study-session.ts';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { isUnsent, useMarksOf } from '../roll-call/marks';
import { keepRollReady } from '../roll-call/roll';
import styles from './SessionDuty.module.scss';
import { dayText, isToday, keepSessionReady, pages, type Session, spanText, titleWithKind, useLedSessions } from './sessions';
import { useWaitingSignIns } from './waiting-sign-ins';

/** What the leader of a group has to do about its sessions, the roll first: today's, and those that were never closed out. */
export function SessionDuties({ group }: { group: { readonly id: string; readonly name: string } }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { value } = useLedSessions(group.id);
  const closing = useOutbox(({ items }) => items.filter(({ route, refused }) => route === 'closeStudySession' && !refused).map(({ request }) => (request.params as { id: string }).id).join());
  const due = (value ?? []).filter((session) => mayOpen(session.date, businessNow()) && !closing.includes(session.id));
  const [next] = (value ?? []).filter(({ date }) => !mayOpen(date, businessNow()));
  const ready = due.map(({ id }) => id).join();
  useEffect(() => {
    for (const id of ready.split(',').filter(Boolean)) {
      keepSessionReady(id);
      keepRollReady(id);
    }
  }, [ready]);
  return (
    <>
      {[...due].reverse().map((session, at) => (
        <DutyCard key={session.id} session={session} first={at === 0} />
      ))}
      <Card rows>
        {next && <Row icon="calendar-days" title={titleWithKind(next)} note={`${dayText(next.date)} ${spanText(next, elder)}`} onTap={() => open(pages.session, { id: next.id })} />}
        <Row icon="plus" title="安排一次活动" note={elder ? undefined : '夜校、研讨、实践，一分钟排好'} onTap={() => open(pages.plan, { group: group.id })} />
        <WaitingRow />
      </Card>
    </>
  );
}

/** One red button on the page: that of the session which is first in time to be seen to. */
function DutyCard({ session, first }: { session: Session; first: boolean }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const marks = useMarksOf(session.id);
  const unsent = marks.filter(isUnsent).length;
  const { id, date, counts } = session;
  const closable = ((counts?.attended ?? 0) > 0 || marks.length > 0) && businessNow() >= session.endsAt;
  const size = elder ? 'huge' : 'm';
  return (
    <Card>
      <Words as="note">{`${isToday(session) ? '今天' : dayText(date)} ${spanText(session, elder)}${counts && counts.attended > 0 ? `，到了${counts.attended}人` : '，还没点名'}`}</Words>
      <Words as="title" className={styles.title}>
        {titleWithKind(session)}
      </Words>
      {unsent > 0 && <Words as="note">点名已存在本机，等待上传</Words>}
      <View className={styles.acts}>
        <Button grow size={size} kind={first && !closable ? 'primary' : 'line'} onTap={() => open(pages.rollCall, { id })}>
          点名
        </Button>
        {closable ? (
          <Button grow size={size} kind={first ? 'primary' : 'line'} onTap={() => open(pages.closeOut, { id })}>
            收尾
          </Button>
        ) : (
          <Button grow size={size} kind="line" onTap={() => open(pages.session, { id })}>
            看这一场
          </Button>
        )}
      </View>
    </Card>
  );
}

function WaitingRow() {
  const total = useWaitingSignIns().first.value?.total ?? 0;
  return total > 0 ? <Row icon="clock" title="等你核对的签到" note={`${total}条`} onTap={() => open(pages.waiting)} /> : null;
}
