import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Avatar.module.scss';

/** The surname in a circle; never a photograph. */
export function Avatar({ name, large }: { name: string; large?: boolean }) {
  return (
    <View className={classes(styles.avatar, large && styles.large)} {...accessible({ hidden: true })}>
      {[...name][0]}
    </View>
  );
}
