import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Row } from '@/components/Row';
import { useAppearance } from '@/platform/appearance';
import { open, telephone } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { type Caller, may } from '@/platform/session';
import { useTown } from '../account/town';
import { AbsencesRow } from '../leaves/Absences';
import { DecisionsRow } from '../leaves/Decisions';
import { pages as publications } from '../publications/publications';
import { useNotices } from '../week/Messages';
import { yearPage } from '../year/year';
import { useOwnCheckIns } from './own-check-ins';

/** The ways to what is recorded of this person, and to what they do for others. */
export function OwnRecord({ caller }: { caller: Caller }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const checkIns = useOwnCheckIns().first.value?.total ?? 0;
  const notices = useNotices().value?.items.filter(({ readAt }) => readAt === null).length ?? 0;
  const contact = useTown().value?.contactPhone ?? null;
  return (
    <Card rows>
      <WaitingRow />
      <AbsencesRow />
      <Row icon="circle-check" title="我的打卡" end={checkIns > 0 && `${checkIns}周`} onTap={() => open('packages/record/check-ins/index')} />
      <Row icon="calendar-days" title="我的一年" onTap={() => open(yearPage)} />
      {!elder && <Row icon="pen-line" title="我的心得" onTap={() => open('packages/leader/reflections/index')} />}
      <Row icon="bell" title="消息" end={notices > 0 && `${notices}条没看`} onTap={() => open('packages/record/inbox/index')} />
      <Row icon="clipboard-list" title="公示" note={elder ? undefined : '每个月的等次，后来的更正'} onTap={() => open(publications.list)} />
      {caller.leads.length > 0 && may(caller, 'check-ins.group') && <Row icon="users" title="我带的小组" onTap={() => open('packages/leader/home/index')} />}
      <DecisionsRow />
      {(may(caller, 'themes.read') || may(caller, 'reflections.review')) && <Row icon="file-text" title="等我审的" onTap={() => open('packages/leader/approvals/index')} />}
      {may(caller, 'receipts.read') && <Row icon="scroll-text" title="大家的得分明细" note="评定委员看" onTap={() => open('packages/record/receipts/index')} />}
      {contact && <Row icon="phone" title="打电话问镇党校" note={contact} onTap={() => telephone(contact)} />}
    </Card>
  );
}

/** Only while something is on this phone alone. */
function WaitingRow() {
  const items = useOutbox((outbox) => outbox.items);
  if (items.length === 0) return null;
  const refused = items.filter(({ refused: no }) => no).length;
  const end = refused > 0 ? `${refused}条没有收下` : `${items.length}条`;
  return <Row icon="cloud-off" title="等待上传" note="都存在本机，不会丢" end={<Chip tone="amber">{end}</Chip>} onTap={() => open('packages/record/waiting/index')} />;
}
