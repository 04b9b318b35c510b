import { View } from '@tarojs/components';
import { attendanceStatusNames, rollStatuses } from '@weidangxiao/shared/rules/attendance.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import type { RollPerson } from '../roll-call/roll-people';
import type { CorrectionDraft } from './correction-draft';
import styles from './PlanForm.module.scss';
import type { SessionDetail } from './sessions';

const options = rollStatuses.map((value) => ({ value, name: attendanceStatusNames[value] }));

interface CorrectionFormProps {
  session: SessionDetail;
  people: readonly RollPerson[];
  draft: CorrectionDraft;
  put: (part: Partial<CorrectionDraft>) => void;
}

/** The record stays as it was; what is put right stands beside it with its reason. */
export function CorrectionForm({ session: { record }, people, draft, put }: CorrectionFormProps) {
  return (
    <>
      <Words as="minor">收尾以后只补不改：原来写的、改成什么、为什么、谁改的，都看得到。</Words>
      <Field label="为什么改" value={draft.why} onChange={(why) => put({ why })} longest={200} placeholder="点名时看错了一行" />
      <People people={people} draft={draft} put={put} />
      <Field lines label="记的那一句，改成" value={draft.text} onChange={(text) => put({ text })} longest={500} placeholder={record?.text ?? '不改就空着'} />
      <Field label="讲了什么，改成" value={draft.covered} onChange={(covered) => put({ covered })} longest={300} placeholder={record?.covered ?? '不改就空着'} />
      <Field label="差距，改成" value={draft.gap} onChange={(gap) => put({ gap })} longest={300} placeholder={record?.gap ?? '不改就空着'} />
      <View className={styles.room} />
    </>
  );
}

/** Whose attendance is wrong: the name first, then what it ought to be. */
function People({ people, draft: { attendance }, put }: Omit<CorrectionFormProps, 'session'>) {
  const [shown, setShown] = useState<readonly string[]>(Object.keys(attendance));
  const [choosing, setChoosing] = useState(false);
  const wrong = people.filter(({ memberId }) => shown.includes(memberId));
  return (
    <>
      {wrong.map(({ memberId, name, status }) => (
        <View key={memberId}>
          <View className={styles.label}>
            {name}，原来是{status ? attendanceStatusNames[status] : '没点'}，改成
          </View>
          <Picks label={`${name}改成`} options={options} chosen={attendance[memberId] ? [attendance[memberId]] : []} onPick={(wanted) => put({ attendance: { ...attendance, [memberId]: wanted } })} />
        </View>
      ))}
      {choosing ? (
        <View className={styles.act}>
          <Picks
            label="谁的到场不对"
            options={people.filter(({ memberId }) => !shown.includes(memberId)).map(({ memberId, name }) => ({ value: memberId, name }))}
            chosen={[]}
            onPick={(memberId) => {
              setShown([...shown, memberId]);
              setChoosing(false);
            }}
          />
        </View>
      ) : (
        <View className={styles.more}>
          <Button kind="text" size="small" icon="plus" onTap={() => setChoosing(true)}>
            谁的到场不对
          </Button>
        </View>
      )}
    </>
  );
}
