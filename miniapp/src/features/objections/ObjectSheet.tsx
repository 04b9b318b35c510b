import { View } from '@tarojs/components';
import { type ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Sheet as RisingSheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { type Sheet, useObjectionDraft } from './objections';
import styles from './objections.module.scss';

interface ObjectSheetProps {
  sheet: Sheet;
  /** The line that was tapped; null: still to be chosen. */
  about: ObjectionAbout | null;
  lines: readonly { readonly value: ObjectionAbout; readonly name: string }[];
  onDone: () => void;
  onClose: () => void;
}

/** 异议: which line, in one's own words, typed or spoken. What it does to the others is said beforehand: nothing. */
export function ObjectSheet({ sheet, about, lines, onDone, onClose }: ObjectSheetProps) {
  const { draft, change, raise } = useObjectionDraft(sheet, about);
  const { busy, fault, run } = useAct();
  const name = lines.find(({ value }) => value === draft.about)?.name;
  const send = () =>
    run(async () => {
      await raise();
      onDone();
    });
  return (
    <RisingSheet title={about && name ? `对“${name}”提异议` : '提异议'} onClose={onClose}>
      <Words as="minor">提了以后，只有你这一项先不定，不影响别人。三位同志答复，记录的人不参加。</Words>
      {about === null && (
        <View className={styles.part}>
          <Words as="minor" className={styles.label}>哪一项不对</Words>
          <Picks label="哪一项不对" options={lines} chosen={draft.about ? [draft.about] : []} onPick={(value) => change({ about: value })} />
        </View>
      )}
      <Field spoken lines label="哪里不对，应该怎样" value={draft.text} onChange={(text) => change({ text })} longest={500} placeholder="哪一次、什么时候、谁能证明，说清楚就行" />
      <Fault kept>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={!draft.about || draft.text.trim() === ''} onTap={send}>
          提出异议
        </Button>
      </View>
      <Words as="note" className={styles.paper}>写在纸上、当面说给组长，也一样。</Words>
    </RisingSheet>
  );
}
