import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { call } from '@/platform/request';
import { type Caller, may, useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';
import { adds } from './record-words';
import { thisMonth, useReceipt } from '../receipts/receipts';

/** Who is logged in, and the ways to what is recorded of them. */
export function OwnRecord({ member }: { member: NonNullable<Caller['member']> }) {
  const caller = useSession((session) => session.caller);
  const receipt = useReceipt(thisMonth());
  const reminders = useStored('subscription', () => call('getMySubscription'));
  const waiting = useOutbox(({ items }) => items.length);
  return (
    <>
      <Card>
        <Avatar name={member.name} large />
        <Words as="page">{member.name}</Words>
        <Words as="minor">{member.groupName ?? '还没有分组'}</Words>
      </Card>
      <Card>
        <Row icon="calendar-days" title={`${monthInChinese(thisMonth())}得分明细`} note={adds(receipt.value)} onTap={() => open('packages/record/receipt/index')} />
        <Row icon="pen-line" title="我的打卡" note={waiting > 0 ? `${waiting}条存在本机，联网后自动上传` : undefined} onTap={() => open('packages/record/check-ins/index')} />
        <Row icon="bell" title="消息" note={reminders.value ? `微信里还能收到${reminders.value.credits}次提醒` : undefined} onTap={() => open('packages/record/inbox/index')} />
        {caller && may(caller, 'check-ins.group') && caller.leads.length > 0 && <Row icon="users" title="我带的小组" onTap={() => open('packages/leader/home/index')} />}
        {caller && may(caller, 'themes.read') && <Row icon="check" title="等我审的" onTap={() => open('packages/leader/approvals/index')} />}
      </Card>
    </>
  );
}
