import { View } from '@tarojs/components';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Fault } from '@/components/Fault';
import { dayOf } from '@/components/dates';
import { Row } from '@/components/Row';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { open } from '@/platform/navigation';
import { may, useSession } from '@/platform/session';
import { PaperNoteForm } from '../paper/PaperNoteForm';
import { callMember, type Member, useReach } from './group-members';
import { type CheckIn, type PersonOfWeek, weekLabel } from './group-week';
import { Invitation } from './Invitation';
import styles from './PersonSheet.module.scss';
import { Spoken } from './Spoken';

interface PersonSheetProps {
  person: PersonOfWeek;
  groupId: string;
  monday: BusinessDate;
  onClose: () => void;
}

/** One of the group: note what they wrote on paper, call them, give them a code for their phone. */
export function PersonSheet({ person, groupId, monday, onClose }: PersonSheetProps) {
  // Asked for here, so that a sheet opened before it was known has it when it comes.
  const member = useReach(groupId).get(person.member.memberId);
  const [inviting, setInviting] = useState(false);
  const { name } = person.member;
  const held = person.checkIn !== null && person.checkIn.state !== 'refused' ? person.checkIn : null;
  if (inviting && member) {
    return (
      <Sheet title={`给${name}的邀请码`} onClose={onClose}>
        <Invitation member={member} />
      </Sheet>
    );
  }
  return (
    <Sheet title={`${name}，${weekLabel(monday)}`} onClose={onClose}>
      {held && <Held checkIn={held} />}
      {person.waiting && <Words>纸上的笔记已存在本机，联网后自动上传。</Words>}
      {!held && !person.waiting && <PaperNoteForm member={person.member} monday={monday} week={weekLabel(monday)} onDone={onClose} />}
      {member && <Ways member={member} onInvite={() => setInviting(true)} />}
      <ReceiptRow person={person.member} />
    </Sheet>
  );
}

function Held({ checkIn }: { checkIn: CheckIn }) {
  const { kind, text, voice, capturedAt, enteredBy, state } = checkIn;
  return (
    <>
      <Words as="note">{state === 'late' ? '晚到，等你定' : kind === 'paper' ? `${dayOf(capturedAt)}看到的纸上笔记，${enteredBy?.name ?? '组长'}记的` : `${dayOf(capturedAt)}打过卡了`}</Words>
      {text && <Words className={styles.words}>{text}</Words>}
      {voice && <Spoken voice={voice} />}
    </>
  );
}

function Ways({ member, onInvite }: { member: Member; onInvite: () => void }) {
  const { fault, run } = useAct();
  return (
    <View className={styles.ways}>
      {member.phoneMasked && <Row icon="phone" title="打电话" note={member.phoneMasked} onTap={() => run(() => callMember(member))} />}
      {!member.bound && <Row icon="key" title="给一个邀请码" note="手机号不在名册里，用它也能登录" onTap={onInvite} />}
      <Fault>{fault}</Fault>
    </View>
  );
}

/** For the committee alone: a leader as such does not see anybody's points. */
function ReceiptRow({ person: { memberId, name } }: { person: PersonOfWeek['member'] }) {
  const reads = useSession(({ caller }) => may(caller, 'receipts.read'));
  return reads ? <Row icon="scroll-text" title="得分明细" note="评定委员看" onTap={() => open('packages/record/receipt/index', { member: memberId, name })} /> : null;
}
