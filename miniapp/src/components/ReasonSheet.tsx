import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAct } from '@/platform/act';
import { Button } from './Button';
import { Fault } from './Fault';
import { Field } from './Field';
import styles from './ReasonSheet.module.scss';
import { Sheet } from './Sheet';
import { Words } from './Words';

interface ReasonSheetProps {
  title: string;
  /** Who will read it. */
  text: string;
  placeholder: string;
  yes: string;
  onReason: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A "no" always says why: one sentence for whoever gets it. */
export function ReasonSheet({ title, text, placeholder, yes, onReason, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const { busy, fault, run } = useAct();
  return (
    <Sheet title={title} onClose={onClose}>
      <Words as="minor">{text}</Words>
      <Field bare spoken lines label={title} value={reason} onChange={setReason} longest={200} placeholder={placeholder} />
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={reason.trim() === ''} onTap={() => run(() => onReason(reason.trim()))}>
          {yes}
        </Button>
      </View>
    </Sheet>
  );
}
