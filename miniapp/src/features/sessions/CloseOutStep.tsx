import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import styles from './CloseOut.module.scss';

/** One line of the close-out: ticked where it stands already, else its number in red. */
export function CloseOutStep({ number, name, done, act, children }: PropsWithChildren<{ number: number; name: string; done: boolean; act?: { name: string; onTap: () => void } }>) {
  return (
    <View className={styles.step}>
      <View className={styles.head}>
        <View className={classes(styles.mark, done ? styles.done : styles.now)} {...accessible({ label: done ? '填好了' : '还没填' })}>
          {done ? <Icon name="check" size="xs" /> : number}
        </View>
        <View className={styles.name} {...accessible({ role: 'heading', level: '2' })}>
          {name}
        </View>
        {act && (
          <Tap className={styles.change} label={`${name}，${act.name}`} onTap={act.onTap}>
            {act.name}
          </Tap>
        )}
      </View>
      <View className={styles.body}>{children}</View>
    </View>
  );
}
