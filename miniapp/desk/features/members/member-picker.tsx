import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { inputClass } from '../../components/field.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './member-picker.module.css';

export interface Picked {
  memberId: string;
  name: string;
}

interface Props {
  label: string;
  value: Picked | null;
  onPick: (member: Picked | null) => void;
  /** Only people of this group. */
  groupId?: string | undefined;
}

/** A moment after the last key, so that a word in Chinese can be finished first. */
const pauseMs = 250;

/** Somebody of the roster, found by a part of the name. */
export function MemberPicker({ label, value, onPick, groupId }: Props) {
  const id = useId();
  if (value === null) return <Search id={id} label={label} groupId={groupId} onPick={onPick} />;
  return (
    <div className={css.picker}>
      <label id={id}>{label}</label>
      <div className={css.chosen} role="group" aria-labelledby={id}>
        <span>{value.name}</span>
        <IconButton icon="x" label={`换一个人，不是${value.name}`} onClick={() => onPick(null)} />
      </div>
    </div>
  );
}

function Search({ id, label, groupId, onPick }: { id: string; label: string; groupId: string | undefined; onPick: Props['onPick'] }) {
  const [words, setWords] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(words.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  const found = useLoaded(q === '' ? null : `${q} ${groupId ?? ''}`, () => call('listMembers', { query: { q, groupId, state: 'active', pageSize: 8 } }));
  const first = found.data?.items[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter means the person, not the form around it.
    event.preventDefault();
    if (first) onPick({ memberId: first.id, name: first.name });
  };
  return (
    <div className={css.picker}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" className={inputClass} autoComplete="off" placeholder="输入姓名" maxLength={30} value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={onKeyDown} />
      {q !== '' && found.failure ? <p className="note-size amber" role="alert">{found.failure.message}</p> : null}
      {q !== '' && found.data ? (
        <div className={css.list} role="group" aria-label="找到的人">
          {found.data.items.length === 0 ? <p className="note-size minor">名册里没有叫“{q}”的</p> : null}
          {found.data.items.map((member) => (
            <button type="button" key={member.id} onClick={() => onPick({ memberId: member.id, name: member.name })}>
              <span>{member.name}</span>
              <span className="note-size minor">{member.groupName ?? '没有小组'}</span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
