import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import type { Act } from '@/platform/act';
import styles from './More.module.scss';

/** The next page of a long list; nothing where there is none. */
export function More({ more, act: { busy, fault }, words }: { more: (() => void) | null; act: Act; words: string }) {
  if (!more) return null;
  return (
    <View className={styles.more}>
      <Button kind="line" busy={busy} onTap={more}>
        {words}
      </Button>
      <Fault>{fault}</Fault>
    </View>
  );
}
