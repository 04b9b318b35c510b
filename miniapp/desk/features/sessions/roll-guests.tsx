import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './sessions.module.css';

interface Person {
  memberId: string;
  name: string;
}

interface Props {
  sessionId: string;
  busy: boolean;
  /** True when they are on the roll. */
  onGuest: (member: Person) => Promise<boolean>;
}

/** So few characters would be reading the roster. */
const fewest = 2;

/** Who came without being expected, found by name in the whole town. */
export function RollGuests({ sessionId, busy, onGuest }: Props) {
  const [q, setQ] = useState('');
  // Emptied when somebody is on the roll.
  const [turn, setTurn] = useState(0);
  const found = useLoaded(q.length < fewest ? null : `${turn} ${q}`, () => call('listGuestCandidates', { params: { id: sessionId }, query: { q } }));
  const add = async ({ memberId, name }: Person): Promise<void> => {
    if (!(await onGuest({ memberId, name }))) return;
    setQ('');
    setTurn(turn + 1);
  };
  return (
    <section className={css.guests} aria-label="旁听的">
      <div className="row wrap">
        <span className="minor">没在名单里的人来了：</span>
        <SearchBox key={turn} label="找姓名，至少两个字" onSearch={setQ} />
      </div>
      {found.failure ? <p className="note-size amber" role="alert">{found.failure.message}</p> : null}
      {found.data?.items.length === 0 ? <p className="note-size minor">没有叫“{q}”的人，或者他就在上面的名单里</p> : null}
      <ul>
        {(found.data?.items ?? []).map((person) => (
          <li key={person.memberId} className={css.line}>
            <span className="row">
              <span className="grow">{person.name}<span className="minor"> {person.groupName ?? '没有小组'}</span></span>
              <Button small disabled={busy} aria-label={`${person.name}来旁听了`} onClick={() => void add(person)}>来旁听了</Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
