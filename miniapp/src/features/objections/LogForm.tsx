import { View } from '@tarojs/components';
import { aboutsOf, type ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { call } from '@/platform/request';
import type { Sheet } from './objections';
import styles from './objections.module.scss';

interface Draft {
  readonly memberId: string | null;
  readonly about: ObjectionAbout;
  readonly way: 'paper' | 'spoken';
  readonly text: string;
  readonly clientId: string;
}

const empty: Draft = { memberId: null, about: 'whole', way: 'spoken', text: '', clientId: '' };
const ways = [{ value: 'spoken', name: '口头说的' }, { value: 'paper', name: '写纸条的' }] as const;

/** What somebody of the group said or handed in, in their words. Stays on this phone until the server has it, and counts once. */
export function LogForm({ sheet: { kind, period }, people, onDone }: { sheet: Sheet; people: readonly { value: string; name: string }[]; onDone: (name: string) => void }) {
  const [draft, keep] = useKept<Draft>(`logged-objection/${kind}/${period}`, empty);
  const { busy, fault, run } = useAct();
  const abouts = aboutsOf(kind).map((value) => ({ value, name: objectionAboutName(value) }));
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part, clientId: newId() });
  const send = () =>
    run(async () => {
      const { memberId, about, way, text, clientId } = draft;
      if (!memberId) return;
      await call('logObjection', { body: { clientId, memberId, kind, period, about, way, text: text.trim() } });
      keep(null);
      onDone(people.find(({ value }) => value === memberId)?.name ?? '');
    });
  return (
    <>
      <Words as="minor">照本人的话记。答复由三位别的同志定，你不参加。</Words>
      <View className={styles.part}>
        <Words as="minor" className={styles.label}>谁提的</Words>
        <Picks label="谁提的" options={people} chosen={draft.memberId ? [draft.memberId] : []} onPick={(memberId) => change({ memberId })} />
      </View>
      <View className={styles.part}>
        <Words as="minor" className={styles.label}>怎么提的</Words>
        <Choice label="怎么提的" options={ways} value={draft.way} onChange={(way) => change({ way })} />
      </View>
      {abouts.length > 1 && (
        <View className={styles.part}>
          <Words as="minor" className={styles.label}>哪一项</Words>
          <Picks label="哪一项" options={abouts} chosen={[draft.about]} onPick={(about) => change({ about })} />
        </View>
      )}
      <Field spoken lines label="本人怎么说" value={draft.text} onChange={(text) => change({ text })} longest={500} />
      <Fault kept>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={!draft.memberId || draft.text.trim() === ''} onTap={send}>
          记下这条异议
        </Button>
      </View>
    </>
  );
}
