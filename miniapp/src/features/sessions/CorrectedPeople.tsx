import { View } from '@tarojs/components';
import { attendanceStatusNames, attended, rollStatuses, type RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { useState } from 'react';
import { accessible } from '@/components/accessible';
import { Button } from '@/components/Button';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { GuestSheet } from '../roll-call/GuestSheet';
import type { RollPerson } from '../roll-call/roll-people';
import styles from './CorrectedFact.module.scss';
import type { CorrectionFormProps } from './CorrectionForm';

const unmarked = 'none';
interface Status {
  readonly value: RollStatus | typeof unmarked;
  readonly name: string;
}
const all = [...rollStatuses.map((value): Status => ({ value, name: attendanceStatusNames[value] })), { value: unmarked, name: '没点' } satisfies Status];
/** Who was not expected is never absent. */
const ofGuests = all.filter(({ value }) => value === unmarked || attended(value));

/** Whose attendance is wrong: the name first, then what it ought to be; and who came without being expected. */
export function CorrectedPeople({ session, people, draft: { attendance, guests }, put, over }: CorrectionFormProps) {
  const [shown, setShown] = useState<readonly string[]>(Object.keys(attendance));
  const set = (memberId: string, status: RollStatus | null) => put({ attendance: { ...attendance, [memberId]: status } });
  const wrong = people.filter(({ memberId }) => shown.includes(memberId));
  const others = people.filter(({ memberId }) => !shown.includes(memberId));
  const came = Object.entries(guests).filter(([memberId]) => !people.some((one) => one.memberId === memberId));
  const add = ({ memberId, name }: { memberId: string; name: string }) => {
    put({ guests: { ...guests, [memberId]: name }, attendance: { ...attendance, [memberId]: 'present' } });
    over(null);
  };
  return (
    <View className={styles.fact}>
      <View className={styles.head}>
        <View className={styles.label} {...accessible({ role: 'heading', level: '2' })}>
          到场
        </View>
      </View>
      {wrong.map(({ memberId, name, status, guest }) => (
        <Person key={memberId} name={name} before={status ? attendanceStatusNames[status] : '没点'} chosen={attendance[memberId]} guest={guest} onPick={(wanted) => set(memberId, wanted)} />
      ))}
      {came.map(([memberId, name]) => (
        <Person key={memberId} name={name} before="不在名单上" chosen={attendance[memberId]} guest onPick={(wanted) => set(memberId, wanted)} />
      ))}
      <View className={styles.more}>
        <OneMore people={others} onPick={(memberId) => setShown([...shown, memberId])} />
        <Button kind="text" size="small" icon="plus" onTap={() => over(<GuestSheet sessionId={session.id} onChoose={add} onClose={() => over(null)} />)}>
          名单外来的人
        </Button>
      </View>
    </View>
  );
}

/** Whose mark is wrong: the names come with a tap. */
function OneMore({ people, onPick }: { people: readonly RollPerson[]; onPick: (memberId: string) => void }) {
  const [choosing, setChoosing] = useState(false);
  const pick = (memberId: string) => {
    onPick(memberId);
    setChoosing(false);
  };
  if (choosing) return <Picks label="谁的到场不对" options={people.map(({ memberId, name }) => ({ value: memberId, name }))} chosen={[]} onPick={pick} />;
  return (
    <Button kind="text" size="small" icon="plus" onTap={() => setChoosing(true)}>
      谁的到场不对
    </Button>
  );
}

interface PersonProps {
  name: string;
  before: string;
  chosen: RollStatus | null | undefined;
  guest: boolean;
  onPick: (status: RollStatus | null) => void;
}

function Person({ name, before, chosen, guest, onPick }: PersonProps) {
  const now: readonly Status['value'][] = chosen === undefined ? [] : [chosen ?? unmarked];
  return (
    <View className={styles.wrong}>
      <Words as="minor">{`${name}，原来：${before}。改成`}</Words>
      <Picks label={`${name}改成`} options={guest ? ofGuests : all} chosen={now} onPick={(value) => onPick(value === unmarked ? null : value)} />
    </View>
  );
}
