import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { useGroupPeople } from './group-people';
import { useProposalDraft } from './proposal-draft';
import { daysOf, monthsToPropose } from './score-proposals';
import styles from './score-proposals.module.scss';

interface Group {
  readonly id: string;
  readonly name: string;
}

/** Days that stand there before anybody asks for more. */
const few = 7;

const kinds = [
  { value: 'bonus', name: '加分' },
  { value: 'deduction', name: '扣分' },
] as const;

/** Who, how much, when, why and by what: the committee decides. Nothing written is lost by choosing something else. */
export function ProposalForm({ groups, onSent }: { groups: readonly Group[]; onSent: () => void }) {
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '');
  const people = useGroupPeople(groupId);
  const { draft, set, wrong, ready, busy, fault, hand } = useProposalDraft(onSent);
  const person = people.find(({ value }) => value === draft.memberId);
  const ofGroup = (id: string) => {
    setGroupId(id);
    set({ memberId: '' });
  };
  return (
    <>
      {groups.length > 1 && <Choice label="哪个小组" options={groups.map(({ id, name }) => ({ value: id, name }))} value={groupId} onChange={ofGroup} />}
      <Part title="给谁">
        <Picks label="给谁" options={people} chosen={[draft.memberId]} onPick={(memberId) => set({ memberId })} />
        {people.length === 0 && <Words as="minor">没有取到组员，联网后再来</Words>}
      </Part>
      <Part title="加还是扣">
        <Choice label="加还是扣" options={kinds} value={draft.kind} onChange={(kind) => set({ kind })} />
      </Part>
      <Field label="几分" value={draft.points} onChange={(points) => set({ points })} longest={6} placeholder="1或1.5" fault={wrong} />
      <When month={draft.month} on={draft.on} onPick={set} />
      <Field spoken lines label="为什么" value={draft.reason} onChange={(reason) => set({ reason })} longest={200} placeholder="做了什么事，说清楚就行" />
      <Field spoken label="凭什么知道" value={draft.evidence} onChange={(evidence) => set({ evidence })} longest={200} placeholder="照片在我手机里，村里公开栏有" />
      <Fault kept>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={!ready || !person} onTap={() => person && hand(person.name)}>
          交给委员会定
        </Button>
      </View>
    </>
  );
}

function When({ month, on, onPick }: { month: string; on: string; onPick: (part: { month?: string; on: string }) => void }) {
  return (
    <Part title="哪个月，哪一天的事">
      <Choice label="哪个月" options={monthsToPropose()} value={month} onChange={(next) => onPick({ month: next, on: '' })} />
      <View className={styles.days}>
        <Days key={month} month={month} on={on} onPick={(day) => onPick({ on: day })} />
      </View>
    </Part>
  );
}

/** The last days first: what is proposed has mostly just been. */
function Days({ month, on, onPick }: { month: string; on: string; onPick: (on: string) => void }) {
  const [all, setAll] = useState(false);
  const days = daysOf(month);
  const shown = all ? days : days.filter(({ value }, at) => at < few || value === on);
  return <Picks label="哪一天" options={shown} chosen={[on]} onPick={onPick} {...(shown.length < days.length && { all: { name: '更早', onTap: () => setAll(true) } })} />;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className={styles.part}>
      <Words as="minor" className={styles.name}>
        {title}
      </Words>
      {children}
    </View>
  );
}
