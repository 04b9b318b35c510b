import { type EquipmentState, equipmentStateNames, equipmentStates } from '@weidangxiao/shared/rules/venue.ts';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { BarSelect, inputClass } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Venue } from './use-venues.ts';
import css from './venues.module.css';

const choices = equipmentStates.map((value) => ({ value, label: equipmentStateNames[value] }));

interface Entry {
  item: string;
  state: EquipmentState;
  checked?: boolean;
}

/** The checklist: each thing with its state and when somebody last looked. A change is stored at once, with an undo. */
export function EquipmentList({ venue, writes, onChanged }: { venue: Venue; writes: boolean; onChanged: () => Promise<void> }) {
  const [name, setName] = useState('');
  const act = useAct();
  const before: Entry[] = venue.equipment.map(({ item, state }) => ({ item, state }));
  const store = (equipment: Entry[]): Promise<unknown> => call('updateVenue', { params: { id: venue.id }, body: { equipment } }).then(onChanged);
  const put = async (equipment: Entry[], words: string): Promise<void> => {
    if (await act.run(() => store(equipment))) say(words, () => store(before));
  };
  const change = (item: string, part: Partial<Entry>): Entry[] => before.map((entry) => (entry.item === item ? { ...entry, ...part } : entry));
  const add = async (): Promise<void> => {
    const item = name.trim();
    if (item === '' || before.some((entry) => entry.item === item)) return;
    await put([...before, { item, state: 'there' }], `加上了${item}`);
    setName('');
  };
  const checkAll = writes && before.length > 0 ? <Button small disabled={act.busy} onClick={() => void put(before.map((entry) => ({ ...entry, checked: true })), '都记成今天核过')}>今天都核过了</Button> : null;
  return (
    <Section title="东西齐不齐" acts={checkAll}>
      {before.length === 0 ? <p className="minor">还没登记东西</p> : null}
      <ul className={css.equipment}>
        {venue.equipment.map(({ item, state, checkedOn, checkedBy }) => (
          <li key={item}>
            <span className={`grow ${state === 'there' ? '' : 'amber'}`}>{item}</span>
            <span className="note-size minor">{dateWithYear(checkedOn)}{checkedBy ? `，${checkedBy.name}看的` : ''}</span>
            {writes ? <BarSelect label={`${item}的情况`} choices={choices} value={state} disabled={act.busy} onChange={(event) => void put(change(item, { state: event.target.value as EquipmentState }), `${item}：${equipmentStateNames[event.target.value as EquipmentState]}`)} /> : <span>{equipmentStateNames[state]}</span>}
            {writes ? <IconButton icon="x" label={`去掉${item}`} disabled={act.busy} onClick={() => void put(before.filter((entry) => entry.item !== item), `去掉了${item}`)} /> : null}
          </li>
        ))}
      </ul>
      {writes ? (
        <form className="row" onSubmit={(event) => { event.preventDefault(); void add(); }}>
          <input className={inputClass} aria-label="加一样东西" placeholder="加一样，例如话筒" maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
          <Button small type="submit" disabled={name.trim() === '' || act.busy}>加上</Button>
        </form>
      ) : null}
      <FailureNote failure={act.failure} />
    </Section>
  );
}
