import { mayOpen, moveSession } from '@weidangxiao/shared/rules/study-session.ts';
import { type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NoteBar } from '@/components/NoteBar';
import { ReasonSheet } from '@/components/ReasonSheet';
import { Row } from '@/components/Row';
import { businessNow } from '@/platform/clock';
import { open, say } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useMarksOf } from '../roll-call/marks';
import { MoveSheet } from './MoveSheet';
import { hasBegun, leads, pages, type SessionDetail } from './sessions';
import { useWaitingSignIns } from './waiting-sign-ins';

interface LeaderActsProps {
  session: SessionDetail;
  onChanged: () => void;
  over: (sheet: ReactNode) => void;
}

/** What the leader can do about a session, as far as it has come. The one red button is in the foot: `useLeaderFoot`. */
export function LeaderActs({ session, onChanged, over }: LeaderActsProps) {
  const { id, state, seriesId } = session;
  const closable = useClosable(session);
  const close = () => over(null);
  const changed = (words: string) => {
    say(words);
    close();
    onChanged();
  };
  if (state === 'cancelled') return null;
  if (state === 'closed') {
    return (
      <Card rows>
        <Row icon="users" title="看点名" note="谁到了，谁没到" onTap={() => open(pages.rollCall, { id })} />
        <Row icon="pen-line" title="补一条更正" note="收尾以后只补不改，改前改后都看得到" onTap={() => open(pages.correction, { id })} />
        <WaitingRow sessionId={id} />
      </Card>
    );
  }
  return (
    <>
      <Card rows>
        {closable && <Row icon="users" title="点名" onTap={() => open(pages.rollCall, { id })} />}
        <Row icon="qr-code" title="签到码" note="四个数字写在黑板上，也可以扫" onTap={() => open(pages.code, { id })} />
        {mayOpen(session.date, businessNow()) && <Row icon="clipboard-list" title="录签到表" note="纸上签的，只填没到的人" onTap={() => open(pages.paper, { id })} />}
        {mayOpen(session.date, businessNow()) && !closable && <Row icon="circle-check" title="收尾" onTap={() => open(pages.closeOut, { id })} />}
        <WaitingRow sessionId={id} />
      </Card>
      <Card rows>
        <Row icon="pen-line" title="改内容" note="题目、地点、主讲" onTap={() => open(pages.plan, { id })} />
        {moveSession(state, 'move') && <Row icon="calendar-days" title="改期" onTap={() => over(<MoveSheet session={session} onMoved={() => changed('改好了，已经告诉大家')} onClose={close} />)} />}
        <Row icon="x" title="取消这一场" onTap={() => over(<Cancel session={session} onDone={() => changed('取消了，已经告诉大家')} onClose={close} />)} />
        {seriesId && <Row icon="stop" title="这一轮到此为止" note="以后几次都取消" onTap={() => over(<EndSeries session={session} onDone={() => changed('以后几次都取消了')} onClose={close} />)} />}
      </Card>
    </>
  );
}

/** The foot of the leader's page: 点名 while it is on, 收尾 once its roll is called, nothing before its day. Null: no foot. */
export function useLeaderFoot(session: SessionDetail | null): ReactNode {
  const caller = useSession((state) => state.caller);
  const waiting = useClosing(session?.id ?? '');
  const closable = useClosable(session);
  if (!session || waiting || !leads(caller, session) || !isLive(session) || !mayOpen(session.date, businessNow())) return null;
  return <Button onTap={() => open(closable ? pages.closeOut : pages.rollCall, { id: session.id })}>{closable ? '收尾' : '点名'}</Button>;
}

/** The close-out is on this phone and not yet with the server. */
export function ClosingNote({ sessionId }: { sessionId: string }) {
  return useClosing(sessionId) ? (
    <NoteBar tone="amber" icon="clock">
      收尾已存在本机，联网后自动上传
    </NoteBar>
  ) : null;
}

export function useClosing(sessionId: string): boolean {
  return useOutbox(({ items }) => items.some(({ route, request, refused }) => route === 'closeStudySession' && !refused && (request.params as { id: string }).id === sessionId));
}

/** Begun, and its roll called: on the server or, without a network, on this phone. */
function useClosable(session: SessionDetail | null): boolean {
  const marked = useMarksOf(session?.id ?? '').length > 0;
  return session !== null && hasBegun(session) && (marked || (session.counts?.attended ?? 0) > 0);
}

function isLive({ state }: SessionDetail): boolean {
  return state === 'planned' || state === 'open';
}

function WaitingRow({ sessionId }: { sessionId: string }) {
  const total = useWaitingSignIns(sessionId).first.value?.total ?? 0;
  return total > 0 ? <Row icon="clock" title="等你核对的签到" note={`${total}条`} onTap={() => open(pages.waiting, { session: sessionId })} /> : null;
}

function Cancel({ session: { id, title }, onDone, onClose }: { session: SessionDetail; onDone: () => void; onClose: () => void }) {
  return <ReasonSheet title={`取消“${title}”`} text="应到的人都会收到这句话。" placeholder="为什么取消，什么时候再办" yes="取消，告诉大家" onClose={onClose} onReason={(reason) => call('cancelStudySession', { params: { id }, body: { reason } }).then(onDone)} />;
}

function EndSeries({ session: { seriesId, date }, onDone, onClose }: { session: SessionDetail; onDone: () => void; onClose: () => void }) {
  return <ReasonSheet title="这一轮到此为止" text="这一场照办，以后几次都取消，应到的人会收到这句话。" placeholder="为什么不再办" yes="以后的都取消" onClose={onClose} onReason={(reason) => call('endSessionSeries', { params: { id: seriesId ?? '' }, body: { after: date, reason } }).then(onDone)} />;
}
