import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { InlineForm } from './inline-form.tsx';
import type { MemberDetail } from './member-words.ts';
import { personBody, PersonFields, personOf } from './person-fields.tsx';

interface Props {
  member: MemberDetail;
  onChanged: () => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
}

export function EditMember({ member, onChanged, onDone, onCancel }: Props) {
  const [person, setPerson] = useState(() => personOf(member));
  const save = useAct();
  const changed = JSON.stringify(person) !== JSON.stringify(personOf(member));
  useUnsaved(changed ? `${member.name}的资料改了还没保存` : null);
  const run = async (): Promise<void> => {
    if (!(await save.run(() => call('updateMember', { params: { id: member.id }, body: personBody(person) })))) return;
    const back = (): Promise<void> => call('updateMember', { params: { id: member.id }, body: personBody(personOf(member)) }).then(onChanged);
    // A remark that was replaced is not known here, so it cannot be put back.
    say('已保存', person.remark === null ? back : undefined);
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void run()}>
      <PersonFields person={person} failure={save.failure} onChange={(part) => setPerson({ ...person, ...part })} />
      {member.hasRemark ? <p className="faint note-size">已有备注没有显示在这里。写了新的就换掉旧的，空着就不动。</p> : null}
      <FailureNote failure={save.failure} placed={['name', 'duty', 'joinedOn']} />
      <div className="row">
        <span className="grow" />
        <Button onClick={onCancel}>不改了</Button>
        <Button kind="primary" type="submit" busy={save.busy} disabled={!changed || person.name.trim() === ''}>保存</Button>
      </div>
    </InlineForm>
  );
}
