import { View } from '@tarojs/components';
import { classes } from './classes';
import styles from './Switch.module.scss';
import { Tap } from './Tap';

/** On or off, at once. `label` names it for screen readers; the visible words stand in its Row. */
export function Switch({ on, onChange, label }: { on: boolean; onChange: (on: boolean) => void; label: string }) {
  return (
    <Tap className={styles.room} role="switch" checked={on} label={label} onTap={() => onChange(!on)}>
      <View className={classes(styles.track, on && styles.on)}>
        <View className={styles.knob} />
      </View>
    </Tap>
  );
}
