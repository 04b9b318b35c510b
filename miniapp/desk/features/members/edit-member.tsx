import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import type { MemberDetail } from './member-words.ts';
import { personBody, PersonFields, personOf } from './person-fields.tsx';

export function EditMember({ member, onDone, onCancel }: { member: MemberDetail; onDone: () => void; onCancel: () => void }) {
  const [person, setPerson] = useState(() => personOf(member));
  const save = useAct();
  const changed = JSON.stringify(person) !== JSON.stringify(personOf(member));
  useUnsaved(changed ? `${member.name}的资料改了还没保存` : null);
  const run = async (): Promise<void> => {
    if (!(await save.run(() => call('updateMember', { params: { id: member.id }, body: personBody(person) })))) return;
    say('已保存');
    onDone();
  };
  return (
    <>
      <PersonFields person={person} failure={save.failure} onChange={(part) => setPerson({ ...person, ...part })} />
      {member.hasRemark ? <p className="faint note-size">已有备注没有显示在这里。写了新的就换掉旧的，空着就不动。</p> : null}
      <FailureNote failure={save.failure} placed={['name', 'duty', 'joinedOn']} />
      <div className="row">
        <span className="grow" />
        <Button onClick={onCancel}>不改了</Button>
        <Button kind="primary" busy={save.busy} disabled={!changed || person.name.trim() === ''} onClick={() => void run()}>保存</Button>
      </div>
    </>
  );
}
