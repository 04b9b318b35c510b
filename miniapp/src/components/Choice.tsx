import { View } from '@tarojs/components';
import { accessible } from './accessible';
import styles from './Choice.module.scss';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Tap } from './Tap';

interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly { readonly value: Value; readonly name: string; readonly icon?: IconName }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, side by side, at once. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className={styles.choice} {...accessible({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Tap key={option.value} role="radio" checked={option.value === value} className={classes(styles.option, option.value === value && styles.chosen)} onTap={() => onChange(option.value)}>
          {option.icon && <Icon name={option.icon} size="s" />}
          {option.name}
        </Tap>
      ))}
    </View>
  );
}
