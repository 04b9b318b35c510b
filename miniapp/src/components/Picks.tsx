import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Picks.module.scss';
import { Tap } from './Tap';

interface PicksProps<Value extends string> {
  label: string;
  options: readonly { readonly value: Value; readonly name: string }[];
  chosen: readonly Value[];
  onPick: (value: Value) => void;
  /** Several may be chosen: a tap adds or takes away. */
  many?: boolean;
  /** After the others: one tap for all of them. */
  all?: { readonly name: string; readonly onTap: () => void };
}

/** Words to tap, as many lines as they need; what is chosen is dark and, among several, ticked. */
export function Picks<Value extends string>({ label, options, chosen, onPick, many, all }: PicksProps<Value>) {
  return (
    <View className={styles.picks} {...accessible({ role: many ? 'group' : 'radiogroup', label })}>
      {options.map(({ value, name }) => {
        const on = chosen.includes(value);
        return (
          <Tap key={value} role={many ? 'checkbox' : 'radio'} checked={on} className={classes(styles.pick, on && styles.chosen)} onTap={() => onPick(value)}>
            {many && on && <Icon name="check" size="xs" />}
            <View>{name}</View>
          </Tap>
        );
      })}
      {all && (
        <Tap className={classes(styles.pick, styles.all)} onTap={all.onTap}>
          {all.name}
        </Tap>
      )}
    </View>
  );
}
