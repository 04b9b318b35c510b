import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { School } from './school-words.ts';

interface Props {
  school: School;
  onClose: () => void;
  onDone: (school: School) => void;
}

/** What a village says about its school; the rest of the page comes from what is recorded elsewhere. */
export function SchoolDialog({ school, onClose, onDone }: Props) {
  const before = { name: school.name, foundedOn: school.foundedOn ?? '', intro: school.intro };
  const [draft, setDraft] = useState(before);
  const act = useAct();
  const set = (part: Partial<typeof before>): void => setDraft({ ...draft, ...part });
  const ready = draft.name.trim() !== '';
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  const save = async (): Promise<void> => {
    if (!ready || !changed) return;
    const body = { name: draft.name.trim(), foundedOn: draft.foundedOn || null, intro: draft.intro.trim() };
    const done = await act.run(async () => onDone(await call('updateSchool', { params: { id: school.id }, body })));
    if (done) say('改好了，手机上马上能看到');
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready || !changed}>保存</Button>
    </>
  );
  return (
    <Dialog title="改这一页" onClose={onClose} actions={actions} unsaved={changed} onSubmit={() => void save()}>
      <FormGrid>
        <Cell part="half"><TextField label="村里怎么叫它" placeholder="柳溪村" maxLength={40} value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} /></Cell>
        <Cell part="half"><TextField label="哪天成立" type="date" max={today()} value={draft.foundedOn} error={wrong('foundedOn')} onChange={(event) => set({ foundedOn: event.target.value })} /></Cell>
        <Cell><TextArea label="介绍" rows={6} maxLength={1000} placeholder="在哪里，怎么学，有什么值得看的" value={draft.intro} error={wrong('intro')} onChange={(event) => set({ intro: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['name', 'foundedOn', 'intro']} />
    </Dialog>
  );
}
