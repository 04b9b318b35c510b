import { exempts, leaveReasonNames } from '@weidangxiao/shared/rules/leave.ts';
import { makeUpWayNames } from '@weidangxiao/shared/rules/make-up.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { dayOf, timeOf } from '@/components/dates';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { DecisionCard } from './DecisionCard';
import { decisionsPage, ofOthers, useMe, useWaitingLeaves, useWaitingMakeUps } from './decisions';
import type { Leave, MakeUp } from './leaves';

export function LeaveDecision({ leave, onDecided }: { leave: Leave; onDecided: () => void }) {
  const { id, member, reason, text, session, late } = leave;
  const decide = (approve: boolean, why: string | null) => call('decideLeave', { params: { id }, body: { approve, reason: why } }).then(onDecided);
  return <DecisionCard name={member.name} what={`请假：${leaveReasonNames[reason]}，${exempts(reason) ? '准了就免' : '准了记作请假'}`} session={session} text={text} late={late ? timesOf(leave) : null} yes="准假" no="不准" onDecide={decide} />;
}

export function MakeUpDecision({ makeUp, onDecided }: { makeUp: MakeUp; onDecided: () => void }) {
  const { id, member, way, text, session, on, late } = makeUp;
  const decide = (accept: boolean, why: string | null) => call('decideMakeUp', { params: { id }, body: { accept, reason: why } }).then(onDecided);
  return <DecisionCard name={member.name} what={`补学：${dateInChinese(on)}${makeUpWayNames[way]}`} session={session} text={text} late={late ? timesOf(makeUp) : null} yes="核实了" no="不算" onDecide={decide} />;
}

/** 我带的: only while something waits. */
export function DecisionsRow() {
  const me = useMe();
  const waiting = ofOthers(useWaitingLeaves().items, me).length + ofOthers(useWaitingMakeUps().items, me).length;
  return waiting > 0 ? <Row icon="calendar-days" title="等你定的请假和补学" end={`${waiting}条`} onTap={() => open(decisionsPage)} /> : null;
}

function timesOf({ capturedAt, receivedAt }: Pick<Leave, 'capturedAt' | 'receivedAt'>): string {
  return `${dayOf(capturedAt)} ${timeOf(capturedAt)}写的，${dayOf(receivedAt)} ${timeOf(receivedAt)}才收到`;
}
