import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Group } from '../groups/use-groups.ts';
import { InlineForm } from './inline-form.tsx';
import type { MemberDetail } from './member-words.ts';
import css from './members.module.css';
import { Section } from '../../components/section.tsx';

interface Props {
  member: MemberDetail;
  groups: readonly Group[];
  onChanged: () => Promise<void>;
}

/** Moving to another group, leaving, and coming back; all of it dated. */
export function MemberStay({ member, groups, onChanged }: Props) {
  const writes = useMay('members.write');
  const [doing, setDoing] = useState<'move' | 'close' | null>(null);
  const reopen = useAct();
  if (!writes) return null;
  const done = (): void => {
    setDoing(null);
    void onChanged();
  };
  const comeBack = async (): Promise<void> => {
    if (!(await reopen.run(() => call('reopenMember', { params: { id: member.id } })))) return;
    say(`${member.name}恢复在册了`);
    done();
  };
  const acts = member.state === 'active' ? (
    <>
      <Button small onClick={() => setDoing('move')}>转组</Button>
      <Button small onClick={() => setDoing('close')}>转出或停用</Button>
    </>
  ) : (
    <Button small busy={reopen.busy} onClick={() => void comeBack()}>恢复在册</Button>
  );
  return (
    <Section title="去留" acts={doing ? null : acts}>
      <FailureNote failure={reopen.failure} />
      {doing === 'move' ? <Move member={member} groups={groups} onChanged={onChanged} onDone={done} onCancel={() => setDoing(null)} /> : null}
      {doing === 'close' ? <Close member={member} onChanged={onChanged} onDone={done} onCancel={() => setDoing(null)} /> : null}
      {doing === null ? <p className="minor">转组、转出都记日期，以前的记录不变。</p> : null}
    </Section>
  );
}

interface FormProps {
  member: MemberDetail;
  onChanged: () => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
}

function Move({ member, groups, onChanged, onDone, onCancel }: FormProps & { groups: readonly Group[] }) {
  const others = groups.filter(({ id }) => id !== member.groupId);
  const [groupId, setGroupId] = useState(others[0]?.id ?? '');
  const [on, setOn] = useState(today());
  const act = useAct();
  const run = async (): Promise<void> => {
    if (!(await act.run(() => call('moveMember', { params: { id: member.id }, body: { groupId, on } })))) return;
    const before = member.groupId;
    const back = (): Promise<void> => call('moveMember', { params: { id: member.id }, body: { groupId: before ?? groupId, on } }).then(onChanged);
    say(`${member.name}转到${others.find(({ id }) => id === groupId)?.name ?? '新的小组'}了`, before ? back : undefined);
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void run()}>
      <div className={css.pair}>
        <SelectField label="转到" choices={others.map(({ id, name }) => ({ value: id, label: name }))} value={groupId} onChange={(event) => setGroupId(event.target.value)} />
        <TextField label="从哪天起" type="date" max={today()} value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <FailureNote failure={act.failure} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={act.busy} disabled={groupId === ''}>转过去</Button>
        <Button small onClick={onCancel}>先不</Button>
      </div>
    </InlineForm>
  );
}

function Close({ member, onChanged, onDone, onCancel }: FormProps) {
  const [kind, setKind] = useState<'transferred_out' | 'closed'>('transferred_out');
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(today());
  const act = useAct();
  const run = async (): Promise<void> => {
    if (!(await act.run(() => call('closeMember', { params: { id: member.id }, body: { kind, on, reason: reason.trim() } })))) return;
    say(kind === 'closed' ? `${member.name}停用了` : `${member.name}登记转出了`, () => takeBackIn(member).then(onChanged));
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void run()}>
      <div className={css.pair}>
        <SelectField label="去向" choices={[{ value: 'transferred_out', label: '转出到别处' }, { value: 'closed', label: '停用（去世、除名等）' }]} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)} />
        <TextField label="最后一天" type="date" max={today()} value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <TextField label="说明" maxLength={200} placeholder="转到哪里，或为什么" value={reason} onChange={(event) => setReason(event.target.value)} />
      <FailureNote failure={act.failure} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={act.busy} disabled={reason.trim() === ''}>登记</Button>
        <Button small onClick={onCancel}>先不</Button>
      </div>
    </InlineForm>
  );
}

/** As before the leaving: on the roster, and with the roles that ended with it. */
async function takeBackIn({ id, roles }: MemberDetail): Promise<void> {
  await call('reopenMember', { params: { id } });
  for (const { role, groupId } of roles) {
    if (role === 'member' || role === 'operator') continue;
    await call('grantRole', { params: { id }, body: groupId ? { role, groupId } : { role } });
  }
}
