import { isLocal } from '@weidangxiao/shared/rules/teacher.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { kindChoices, type TeacherKind } from './teacher-words.ts';
import type { TeacherDetail } from './use-teachers.ts';
import { wordsIn } from './words-in.ts';

interface Props {
  teacher: TeacherDetail | null;
  onClose: () => void;
  onDone: () => void;
}

/** A new teacher, or what is known about one. A phone number that is there already is not shown; a new one replaces it. */
export function TeacherDialog({ teacher, onClose, onDone }: Props) {
  const before = { name: teacher?.name ?? '', kind: (teacher?.kind ?? 'cadre') as TeacherKind, organisation: teacher?.organisation ?? '', topics: teacher?.topics.join('、') ?? '', tags: teacher?.tags.join('、') ?? '', member: (teacher?.member ?? null) as Picked | null, phone: '' };
  const [draft, setDraft] = useState(before);
  const act = useAct();
  const set = (part: Partial<typeof before>): void => setDraft({ ...draft, ...part });
  const local = isLocal(draft.kind);
  const save = async (): Promise<void> => {
    if (draft.name.trim() === '') return;
    const phone = draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() };
    const body = { name: draft.name.trim(), kind: draft.kind, organisation: draft.organisation.trim(), topics: wordsIn(draft.topics), tags: wordsIn(draft.tags), memberId: local ? (draft.member?.memberId ?? null) : null, ...phone };
    if (!(await act.run(() => (teacher ? call('updateTeacher', { params: { id: teacher.id }, body }) : call('createTeacher', { body }))))) return;
    say(teacher ? '改好了' : `${body.name}加上了`);
    onDone();
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={draft.name.trim() === ''}>{teacher ? '保存' : '加上'}</Button>
    </>
  );
  return (
    <Dialog title={teacher ? '改老师的资料' : '加老师'} onClose={onClose} actions={actions} unsaved={JSON.stringify(draft) !== JSON.stringify(before)} onSubmit={() => void save()}>
      <FormGrid>
        <Cell part="half"><TextField label="姓名" maxLength={30} value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="哪一类" choices={kindChoices} value={draft.kind} error={wrong('kind')} onChange={(event) => set({ kind: event.target.value as TeacherKind })} /></Cell>
        {local ? <Cell><MemberPicker label="名册里的哪一位" value={draft.member} onPick={(member) => set({ member, name: draft.name || (member?.name ?? '') })} /></Cell> : null}
        <Cell part="half"><TextField label="单位" maxLength={60} value={draft.organisation} error={wrong('organisation')} onChange={(event) => set({ organisation: event.target.value })} /></Cell>
        <Cell part="half"><TextField label="手机号" inputMode="numeric" maxLength={11} placeholder={teacher?.hasPhone ? '有了，填新的就换掉' : '可以不填'} value={draft.phone} error={wrong('phone')} onChange={(event) => set({ phone: event.target.value })} /></Cell>
        <Cell><TextField label="能讲什么" placeholder="冬油菜、柑橘病虫" hint="几样之间用顿号隔开" value={draft.topics} error={wrong('topics')} onChange={(event) => set({ topics: event.target.value })} /></Cell>
        <Cell><TextField label="标签" placeholder="能下田、说方言" value={draft.tags} error={wrong('tags')} onChange={(event) => set({ tags: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['name', 'kind', 'organisation', 'phone', 'topics', 'tags']} />
    </Dialog>
  );
}
