import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Segments.module.scss';
import { Tap } from './Tap';

/** A few views of one page, or a few answers to one question; one of them is chosen. */
export function Segments<Value extends string>({ options, value, onChange, label }: { options: readonly { value: Value; label: string }[]; value: Value; onChange: (value: Value) => void; label: string }) {
  return (
    <View className={styles.segments} {...accessible({ role: 'tablist', label })}>
      {options.map((option) => (
        <Tap key={option.value} role="tab" selected={option.value === value} className={classes(styles.segment, option.value === value && styles.chosen)} onTap={() => onChange(option.value)}>
          {option.label}
        </Tap>
      ))}
    </View>
  );
}
