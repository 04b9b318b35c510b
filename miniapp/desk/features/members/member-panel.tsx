import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import type { Group } from '../groups/use-groups.ts';
import { HoursLink } from '../study-hours/hours-link.tsx';
import { MemberReceipt } from '../receipts/member-receipt.tsx';
import { EditMember } from './edit-member.tsx';
import { Invitation } from './invitation.tsx';
import { MemberFacts } from './member-facts.tsx';
import { type MemberDetail, stateNames } from './member-words.ts';
import { MemberRoles } from './member-roles.tsx';
import { MemberStay } from './member-stay.tsx';
import { MemberTags } from './member-tags.tsx';
import { PhoneSection } from './phone-section.tsx';
import { RemarkSection } from './remark-section.tsx';

interface Props {
  id: string;
  groups: readonly Group[];
  onChanged: () => void;
  onClose: () => void;
}

/** One person, beside the list: who they are, and what may be done about it. */
export function MemberPanel({ id, groups, onChanged, onClose }: Props) {
  const loaded = useLoaded(id, () => call('getMember', { params: { id } }));
  const [editing, setEditing] = useState(false);
  const changed = async (): Promise<void> => {
    await loaded.reload();
    onChanged();
  };
  return (
    <Dialog title={loaded.data?.name ?? '花名册'} size="side" onClose={onClose}>
      <Ready of={loaded} lines={8}>
        {(member) => (editing ? <EditMember member={member} onChanged={changed} onDone={() => { setEditing(false); void changed(); }} onCancel={() => setEditing(false)} /> : <Sections member={member} groups={groups} onEdit={() => setEditing(true)} onChanged={changed} />)}
      </Ready>
    </Dialog>
  );
}

interface SectionsProps {
  member: MemberDetail;
  groups: readonly Group[];
  onEdit: () => void;
  onChanged: () => Promise<void>;
}

function Sections({ member, groups, onEdit, onChanged }: SectionsProps) {
  const writes = useMay('members.write');
  const receipts = useMay('receipts.read');
  const active = member.state === 'active';
  return (
    <>
      <div className="row">
        <Chip tone={active ? 'green' : 'amber'}>{stateNames[member.state]}</Chip>
        <span className="minor">{member.groupName ?? '没有小组'}</span>
        <span className="grow" />
        {writes && active ? <Button small icon="penLine" onClick={onEdit}>改资料</Button> : null}
      </div>
      <MemberFacts member={member} />
      <MemberTags member={member} onChanged={onChanged} />
      <PhoneSection member={member} onChanged={onChanged} />
      {member.hasRemark ? <RemarkSection memberId={member.id} /> : null}
      <HoursLink memberId={member.id} />
      <Invitation member={member} />
      <MemberRoles member={member} groups={groups} onChanged={onChanged} />
      <MemberStay member={member} groups={groups} onChanged={onChanged} />
      {receipts ? <MemberReceipt memberId={member.id} /> : null}
    </>
  );
}
