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
import { useGroups } from '../groups/use-groups.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { wordsIn } from '../teachers/words-in.ts';
import type { PracticeBase } from './practice-base.ts';

interface Props {
  base: PracticeBase | null;
  onClose: () => void;
  onDone: () => void;
}

export function PracticeBaseDialog({ base, onClose, onDone }: Props) {
  const before = { name: base?.name ?? '', practices: base?.practices.join('、') ?? '', address: base?.address ?? '', groupId: base?.group?.id ?? '', keeper: (base?.keeper ?? null) as Picked | null, note: base?.note ?? '' };
  const [draft, setDraft] = useState(before);
  const groups = useGroups() ?? [];
  const act = useAct();
  const set = (part: Partial<typeof before>): void => setDraft({ ...draft, ...part });
  const practices = wordsIn(draft.practices);
  const ready = draft.name.trim() !== '' && practices.length > 0;
  const save = async (): Promise<void> => {
    if (!ready) return;
    const body = { name: draft.name.trim(), practices, address: draft.address.trim(), groupId: draft.groupId || null, keeperId: draft.keeper?.memberId ?? null, note: draft.note.trim() };
    if (!(await act.run(() => (base ? call('updatePracticeBase', { params: { id: base.id }, body }) : call('createPracticeBase', { body }))))) return;
    say(base ? '改好了' : `${body.name}加上了`);
    onDone();
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>{base ? '保存' : '加上'}</Button>
    </>
  );
  return (
    <Dialog title={base ? '改实践点' : '加实践点'} onClose={onClose} actions={actions} unsaved={JSON.stringify(draft) !== JSON.stringify(before)} onSubmit={() => void save()}>
      <FormGrid>
        <Cell><TextField label="名称" maxLength={40} value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} /></Cell>
        <Cell><TextField label="能练什么" placeholder="剪枝、采摘、打包" hint="几样之间用顿号隔开" value={draft.practices} error={wrong('practices')} onChange={(event) => set({ practices: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="归谁" choices={[{ value: '', label: '镇里' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} value={draft.groupId} onChange={(event) => set({ groupId: event.target.value })} /></Cell>
        <Cell part="half"><MemberPicker label="找谁" value={draft.keeper} onPick={(keeper) => set({ keeper })} /></Cell>
        <Cell><TextField label="什么时候能去" maxLength={200} placeholder="周末有人，先打电话" value={draft.note} error={wrong('note')} onChange={(event) => set({ note: event.target.value })} /></Cell>
        <Cell><TextField label="地址" maxLength={120} value={draft.address} error={wrong('address')} onChange={(event) => set({ address: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['name', 'practices', 'note', 'address']} />
    </Dialog>
  );
}
