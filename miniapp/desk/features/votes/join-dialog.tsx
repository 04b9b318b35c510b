import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Circle, namesOf } from './vote-words.ts';

interface Props {
  month: string;
  circle: Circle;
  circles: readonly Circle[];
  onClose: () => void;
  onDone: () => void;
}

/** Which group a small one votes with, this month: the smallest first, since two small ones help each other. */
export function JoinDialog({ month, circle, circles, onClose, onDone }: Props) {
  const act = useAct();
  const others = circles.filter(({ id, groups }) => id !== circle.id && groups.length === 1).sort((one, other) => one.people - other.people);
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const other = others.find(({ id }) => id === chosen);
  const join = async (): Promise<void> => {
    if (other && (await act.run(() => call('joinVote', { params: { month }, body: { groupIds: [circle.id, other.id] } })))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!other}>合在一起评</Button>
    </>
  );
  return (
    <Dialog title={`${namesOf(circle)}和哪个小组合在一起评`} onClose={onClose} actions={actions} onSubmit={() => void join()}>
      <p className="minor">只合这一个月的互评：两个组的人互相评，学习和得分还是各算各的。互评开始以后就不能再改。</p>
      <SelectField label="小组" choices={others.map((one) => ({ value: one.id, label: `${namesOf(one)}，${one.people}人` }))} value={chosen} error={blameOn(act.failure, 'groupIds')} onChange={(event) => setChosen(event.target.value)} />
      {other ? <p>{sumWords(circle, other)}</p> : <p className="amber">没有别的组可以合：都已经合过了。</p>}
      <FailureNote failure={act.failure} placed={['groupIds']} />
    </Dialog>
  );
}

/** Before it is done: whether it helps. Who may vote on a person is everybody but that person. */
function sumWords(circle: Circle, other: Circle): string {
  const people = circle.people + other.people;
  const words = `合起来${people}人，每人最多得${people - 1}票`;
  return people - 1 >= circle.needed ? `${words}，够了。` : `${words}，还是不够${circle.needed}票。`;
}
