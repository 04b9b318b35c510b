import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Choice } from '@/components/Choice';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';
import styles from './CheckInForm.module.scss';
import { type Draft, isComplete } from './draft';
import { SpeakField } from './SpeakField';

interface CheckInFormProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  busy: boolean;
  fault: string | null;
  onHandIn: () => void;
}

const ways = [
  { value: 'text', name: '写', icon: 'pen-line' },
  { value: 'voice', name: '说', icon: 'mic' },
] as const;

/** One line of one's own, written or spoken. */
export function CheckInForm({ draft, change, busy, fault, onHandIn }: CheckInFormProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <>
      <View className={styles.ways}>
        <Choice label="怎么打卡" options={ways} value={draft.kind} onChange={(kind) => change({ kind })} />
      </View>
      {draft.kind === 'text' ? <Write text={draft.text} counted={!elder} onChange={(text) => change({ text })} /> : <SpeakField voice={draft.voice} onChange={(voice) => change({ voice })} />}
      <Fault>{fault}</Fault>
      <HandIn complete={isComplete(draft)} busy={busy} onTap={onHandIn} />
    </>
  );
}

function Write({ text, counted, onChange }: { text: string; counted: boolean; onChange: (text: string) => void }) {
  return (
    <>
      <Field bare lines label="写一句收获" value={text} onChange={onChange} placeholder="自己的话最好" longest={500} />
      <View className={styles.foot}>
        <View>想不起来，可以从“我打算……”写起</View>
        {counted && text.length > 0 && <View className={styles.count}>{[...text.trim()].length}字</View>}
      </View>
    </>
  );
}

function HandIn({ complete, busy, onTap }: { complete: boolean; busy: boolean; onTap: () => void }) {
  const member = useSession(({ caller }) => caller?.member ?? null);
  return (
    <View className={styles.act}>
      <Button disabled={!complete} busy={busy} onTap={onTap}>
        {member ? '完成打卡' : '登录并打卡'}
      </Button>
      <Words as="note" className={styles.who}>
        {member ? '只有你和小组长看得到' : '写下的内容会留着，登录后接着打卡'}
      </Words>
    </View>
  );
}
