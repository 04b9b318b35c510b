import { useDidHide, useRouter } from '@tarojs/taro';
import { mayOpen } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { useMyGroup } from '@/features/groups/groups';
import { RollCall } from '@/features/roll-call/RollCall';
import { RollFoot } from '@/features/roll-call/RollFoot';
import { useLookAgain, useRoll } from '@/features/roll-call/roll';
import { goOnSendingMarks } from '@/features/roll-call/send-marks';
import { pages, titleWithKind, useStudySession } from '@/features/sessions/sessions';
import { businessNow } from '@/platform/clock';
import { back, replace } from '@/platform/navigation';

/** 点名: everybody who is expected, one large row each. `then=back`: opened in the middle of something else. */
export default function RollCallPage() {
  const { id = '', then } = useRouter().params as { id?: string; then?: string };
  const session = useStudySession(id);
  const { stored, people, waiting, refused } = useRoll(id);
  const [over, setOver] = useState<ReactNode>(null);
  const leaders = useLeaders();
  useLookAgain(stored.reload);
  useDidHide(goOnSendingMarks);
  const { value } = session;
  const early = value !== null && !mayOpen(value.date, businessNow());
  const live = value?.state === 'planned' || value?.state === 'open';
  const foot = live && !early && people.length > 0 ? <RollFoot sessionId={id} people={people} onDone={() => (then === 'back' ? back() : replace(pages.session, { id }))} /> : undefined;
  return (
    <Page title="点名" storedAt={stored.at} tellsOffline={stored.value !== null} over={over} foot={foot}>
      <Loaded stored={stored} what="名单">
        {() => (
          <>
            {early && value && <EmptyState icon="clock" title={`${dateInChinese(value.date)}才开`} text="到了那天再点名。时间有变，请先改期。" />}
            {value && !live && <NoteBar tone="blue">{value.state === 'closed' ? '已经收尾，点错的请补一条更正' : '这一场已取消'}</NoteBar>}
            {!early && <RollCall sessionId={id} what={value ? `${titleWithKind(value)}，${dateInChinese(value.date)}` : ''} people={people} waiting={waiting} refused={refused} leaders={leaders} over={setOver} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function useLeaders(): ReadonlySet<string> {
  const group = useMyGroup().value?.group ?? null;
  return useMemo(() => new Set(group?.leaders.map(({ memberId }) => memberId)), [group]);
}
