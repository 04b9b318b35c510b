import { View } from '@tarojs/components';
import { attended } from '@weidangxiao/shared/rules/attendance.ts';
import type { ReactNode } from 'react';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import type { RollPerson } from '../roll-call/roll-people';
import { hourChoices } from './close-out';
import { CorrectedFact } from './CorrectedFact';
import { CorrectedPeople } from './CorrectedPeople';
import { type Correctable, correctable, type CorrectionDraft } from './correction-draft';
import styles from './PlanForm.module.scss';
import type { SessionDetail } from './sessions';

export interface CorrectionFormProps {
  session: SessionDetail;
  people: readonly RollPerson[];
  draft: CorrectionDraft;
  put: (part: Partial<CorrectionDraft>) => void;
  over: (sheet: ReactNode) => void;
}

/** The record stays as it was; what is put right stands beside it with its reason. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { draft, put } = props;
  return (
    <>
      <Words as="minor">收尾以后只补不改：原来写的、改成什么、为什么、谁改的，都看得到。</Words>
      <Field spoken label="为什么改" value={draft.why} onChange={(why) => put({ why })} longest={200} placeholder="点名时看错了一行" />
      <CorrectedPeople {...props} />
      <Spoke {...props} />
      <Hours {...props} />
      {correctable.map((one) => (
        <Said key={one.field} {...props} one={one} />
      ))}
      <View className={styles.room} />
    </>
  );
}

function Said({ session, draft: { words }, put, one: { field, label, longest, before } }: CorrectionFormProps & { one: Correctable }) {
  const now = before(session);
  const after = words[field];
  const { [field]: _, ...others } = words;
  const spoken = field === 'text' && !now && session.record?.voice ? '录的一句话' : null;
  return (
    <CorrectedFact label={label} before={now ?? spoken} open={after !== undefined} onOpen={(open) => put({ words: open ? { ...words, [field]: now ?? '' } : others })}>
      <Field bare spoken lines={longest > 100} label={`${label}，改成`} value={after ?? ''} onChange={(value) => put({ words: { ...words, [field]: value } })} longest={longest} />
    </CorrectedFact>
  );
}

function Hours({ session, draft: { hours }, put }: CorrectionFormProps) {
  return (
    <CorrectedFact label="每人几个学时" before={session.hours} open={hours !== null} onOpen={(open) => put({ hours: open ? session.hours : null })}>
      <Picks label="学时，改成" options={hourChoices} chosen={hours ? [hours] : []} onPick={(value) => put({ hours: value })} />
    </CorrectedFact>
  );
}

/** Those on record stay; whoever was there can be added. */
function Spoke({ session: { record }, people, draft: { spoke, attendance }, put }: CorrectionFormProps) {
  const known = record?.spoke ?? [];
  const there = people.filter(({ memberId, status }) => attended(attendance[memberId] ?? status) && !known.some((one) => one.memberId === memberId));
  if (there.length === 0 && known.length === 0) return null;
  const toggle = (memberId: string) => put({ spoke: spoke.includes(memberId) ? spoke.filter((one) => one !== memberId) : [...spoke, memberId] });
  return (
    <CorrectedFact label="谁发了言" before={known.map(({ name }) => name).join('、') || null} change="补" open={spoke.length > 0} onOpen={(open) => put({ spoke: open ? spoke : [] })}>
      {there.length > 0 ? <Picks many label="还有谁发了言" options={there.map(({ memberId, name }) => ({ value: memberId, name }))} chosen={spoke} onPick={toggle} /> : <Words as="note">到场的人都记上了</Words>}
    </CorrectedFact>
  );
}
