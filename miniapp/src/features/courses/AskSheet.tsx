import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { call } from '@/platform/request';
import { categoryNames } from '../lessons/categories';
import styles from './courses.module.scss';

type Category = keyof typeof categoryNames;
const categories = (Object.keys(categoryNames) as Category[]).map((value) => ({ value, name: categoryNames[value] }));
const empty = { clientId: '', title: '', detail: '', category: null as Category | null };

/** 点一课: what one would like to learn. What was typed stays on the phone until the server has it, and counts once. */
export function AskSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const [draft, setDraft] = useKept('course-request', empty);
  const [clientId] = useState(() => draft.clientId || newId());
  const { busy, fault, run } = useAct();
  const change = (part: Partial<typeof empty>) => setDraft({ ...draft, clientId, ...part });
  const ask = () =>
    run(async () => {
      await call('createCourseRequest', { body: { clientId, title: draft.title.trim(), detail: draft.detail.trim(), category: draft.category } });
      setDraft(null);
      onDone();
    });
  return (
    <Sheet title="点一课" onClose={onClose}>
      <Words as="minor">组里和镇里都看得到，想学的人多了就排一场。</Words>
      <Field spoken label="想学什么" value={draft.title} onChange={(title) => change({ title })} longest={40} placeholder="一句话，比如：柑橘冬剪" />
      <Field spoken lines label="要解决什么，可以不写" value={draft.detail} onChange={(detail) => change({ detail })} longest={200} />
      <View className={styles.acts}>
        <Picks label="哪一类，可以不选" options={categories} chosen={draft.category ? [draft.category] : []} onPick={(category) => change({ category: category === draft.category ? null : category })} />
      </View>
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button busy={busy} disabled={draft.title.trim() === ''} onTap={ask}>
          点这一课
        </Button>
      </View>
    </Sheet>
  );
}
