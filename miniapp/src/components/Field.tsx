import { Input, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { canDictate } from '@/platform/dictation';
import { accessible } from './accessible';
import { classes } from './classes';
import { Dictate } from './Dictate';
import styles from './Field.module.scss';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  longest?: number;
  /** Several lines, growing with the text. */
  lines?: boolean;
  kind?: 'text' | 'number';
  /** What is wrong with it and how to mend it. */
  fault?: string | null;
  /** Can be said instead of typed, where the phone understands speech. */
  spoken?: boolean;
  /** The label is only spoken. */
  bare?: boolean;
}

/** A field with its label; nothing in it is lost by leaving it. */
export function Field({ label, value, onChange, placeholder = '', longest = 500, lines, kind = 'text', fault, spoken, bare }: FieldProps) {
  const [heard, setHeard] = useState<string | null>(null);
  const shared = { className: classes(styles.input, lines && styles.lines), value, placeholder, placeholderClass: styles.placeholder, maxlength: longest, onInput: (event: { detail: { value: string } }) => onChange(event.detail.value), ...accessible({ label }) };
  return (
    <View className={styles.field}>
      {!bare && <View className={styles.label}>{label}</View>}
      <View className={classes(styles.box, fault && styles.wrong)}>
        {lines ? <Textarea {...shared} autoHeight cursorSpacing={120} showConfirmBar={false} /> : <Input {...shared} type={kind} cursorSpacing={120} />}
        {spoken && canDictate() && <Dictate label={label} value={value} onWords={(words) => onChange(words.slice(0, longest))} onState={setHeard} />}
      </View>
      {heard && (
        <View className={styles.heard} {...accessible({ live: 'polite' })}>
          {heard}
        </View>
      )}
      {fault && (
        <View className={styles.fault} {...accessible({ live: 'polite' })}>
          {fault}
        </View>
      )}
    </View>
  );
}
