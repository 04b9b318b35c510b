import { type KeyboardEvent, useState } from 'react';
import { inputClass } from '../../components/field.tsx';
import { useGroups } from '../groups/use-groups.ts';
import { fieldNames, fieldOf, type FixField, type RosterRow } from './import-words.ts';
import css from './imports.module.css';

interface Props {
  row: RosterRow;
  field: FixField;
  shown: string;
  open: boolean;
  busy: boolean;
  onOpen: () => void;
  onClose: () => void;
  onValue: (value: string) => void;
}

/** A cell of the roster: amber where something is wrong with it, and then open to a click. */
export function FixCell(props: Props) {
  const { row, field, shown, open, onOpen } = props;
  const fault = row.faults.find((one) => fieldOf(one) === field);
  if (open) return field === 'group' ? <GroupEdit {...props} /> : <TextEdit {...props} />;
  if (!fault) return <span>{shown}</span>;
  return (
    <button type="button" className={css.fault} onClick={onOpen} aria-label={`改第${row.row}行的${fieldNames[field]}：${fault.message}`}>
      {shown || '空'}
    </button>
  );
}

function TextEdit({ row, field, shown, busy, onClose, onValue }: Props) {
  // A masked phone cannot be edited, only written anew.
  const [value, setValue] = useState(field === 'phone' ? '' : shown);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && value.trim() !== '') onValue(value.trim());
    if (event.key === 'Escape') onClose();
  };
  return (
    <input
      className={`${inputClass} ${css.edit ?? ''}`}
      aria-label={`第${row.row}行的${fieldNames[field]}`}
      placeholder={field === 'phone' ? '11位手机号' : field === 'joinedOn' ? '1990-09' : ''}
      inputMode={field === 'phone' ? 'numeric' : undefined}
      maxLength={60}
      disabled={busy}
      value={value}
      autoFocus
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => (value.trim() !== '' && value.trim() !== shown ? onValue(value.trim()) : onClose())}
    />
  );
}

function GroupEdit({ row, busy, onClose, onValue }: Props) {
  const groups = useGroups();
  return (
    <select className={`${inputClass} ${css.edit ?? ''}`} aria-label={`第${row.row}行的小组`} disabled={busy || groups === null} autoFocus defaultValue="" onChange={(event) => onValue(event.target.value)} onBlur={onClose}>
      <option value="" disabled>选小组</option>
      {(groups ?? []).map(({ id, name }) => (
        <option key={id} value={name}>{name}</option>
      ))}
    </select>
  );
}
