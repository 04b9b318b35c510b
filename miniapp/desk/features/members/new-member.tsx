import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check, SelectField, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Group } from '../groups/use-groups.ts';
import css from './members.module.css';
import { blankPerson, type Person, personBody, PersonFields } from './person-fields.tsx';

interface Props {
  groups: readonly Group[];
  onClose: () => void;
  onMade: () => void;
}

export function NewMember({ groups, onClose, onMade }: Props) {
  const [person, setPerson] = useState<Person>(blankPerson);
  const [place, setPlace] = useState({ groupId: groups[0]?.id ?? '', phone: '', phoneShared: false, since: today() });
  const make = useAct();
  const set = (part: Partial<typeof place>): void => setPlace({ ...place, ...part });
  const run = async (): Promise<void> => {
    const { groupId, phone, phoneShared, since } = place;
    const made = await make.run(() => call('createMember', { body: { ...personBody(person), groupId, phone: phone.trim() || null, phoneShared, since } }));
    if (!made) return;
    say(`${person.name.trim()}加进花名册了`);
    onMade();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={make.busy} disabled={person.name.trim() === '' || place.groupId === ''}>加进花名册</Button>
    </>
  );
  return (
    <Dialog title="加一个人" onClose={onClose} actions={actions} unsaved={person !== blankPerson || place.phone !== ''} onSubmit={() => void run()}>
      <PersonFields person={person} failure={make.failure} onChange={(part) => setPerson({ ...person, ...part })} />
      <div className={css.pair}>
        <SelectField label="小组" choices={groups.map(({ id, name }) => ({ value: id, label: name }))} value={place.groupId} onChange={(event) => set({ groupId: event.target.value })} />
        <TextField label="从哪天起" type="date" max={today()} value={place.since} onChange={(event) => set({ since: event.target.value })} />
      </div>
      <TextField label="手机" hint="没有手机就空着" inputMode="numeric" maxLength={13} value={place.phone} error={blameOn(make.failure, 'phone')} onChange={(event) => set({ phone: event.target.value })} />
      <Check label="和别人共用这部手机" checked={place.phoneShared} onChange={(phoneShared) => set({ phoneShared })} />
      <FailureNote failure={make.failure} placed={['name', 'duty', 'joinedOn', 'phone']} />
    </Dialog>
  );
}
