import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { SelectField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { roleNames } from '../../platform/role-names.ts';
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

type Held = MemberDetail['roles'][number];

export function MemberRoles({ member, groups, onChanged }: Props) {
  const writes = useMay('roles.write') && member.state === 'active';
  const [granting, setGranting] = useState(false);
  const act = useAct();
  const end = async (held: Held): Promise<void> => {
    const text = `${member.name}马上就不能再做${nameOf(held)}的事，正在用的登录会一起结束。`;
    if (!(await ask({ title: `收回${nameOf(held)}`, text, yes: '收回' }))) return;
    const done = await act.run(async () => {
      await call('endRole', { params: { id: member.id, roleId: held.id } });
      await onChanged();
    });
    if (done) say(`收回了${nameOf(held)}`);
  };
  const roles = member.roles.filter(({ role }) => role !== 'member');
  return (
    <Section title="角色" acts={writes && !granting ? <Button small onClick={() => setGranting(true)}>给一个角色</Button> : null}>
      {roles.length === 0 ? <p className="minor">没有别的角色</p> : null}
      <ul>
        {roles.map((held) => (
          <li key={held.id} className={css.line}>
            <span>{nameOf(held)}</span>
            <span className="minor note-size">{businessDate(held.since)}起</span>
            <span className="grow" />
            {writes ? <Button small disabled={act.busy} aria-label={`收回${nameOf(held)}`} onClick={() => void end(held)}>收回</Button> : null}
          </li>
        ))}
      </ul>
      <FailureNote failure={act.failure} />
      {granting ? <Grant member={member} groups={groups} onDone={() => { setGranting(false); void onChanged(); }} onCancel={() => setGranting(false)} /> : null}
    </Section>
  );
}

type Grantable = Request<'grantRole'>['body']['role'];
const grantable: readonly Grantable[] = ['leader', 'approver', 'committee', 'admin'];

function Grant({ member, groups, onDone, onCancel }: { member: MemberDetail; groups: readonly Group[]; onDone: () => void; onCancel: () => void }) {
  const [role, setRole] = useState<Grantable>('leader');
  const [groupId, setGroupId] = useState(member.groupId ?? groups[0]?.id ?? '');
  const act = useAct();
  const run = async (): Promise<void> => {
    if (!(await act.run(() => call('grantRole', { params: { id: member.id }, body: role === 'leader' ? { role, groupId } : { role } })))) return;
    say(`${member.name}现在是${roleNames[role]}`);
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void run()}>
      <div className={css.pair}>
        <SelectField label="角色" choices={grantable.map((value) => ({ value, label: roleNames[value] }))} value={role} onChange={(event) => setRole(event.target.value as Grantable)} />
        {role === 'leader' ? <SelectField label="哪个小组" choices={groups.map(({ id, name }) => ({ value: id, label: name }))} value={groupId} onChange={(event) => setGroupId(event.target.value)} /> : null}
      </div>
      <FailureNote failure={act.failure} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={act.busy}>给这个角色</Button>
        <Button small onClick={onCancel}>先不</Button>
      </div>
    </InlineForm>
  );
}

function nameOf({ role, groupName }: Held): string {
  return `${groupName ?? ''}${roleNames[role]}`;
}
