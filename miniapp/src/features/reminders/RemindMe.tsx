import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { askForReminder } from '@/platform/subscribe';
import styles from './Reminders.module.scss';
import { type Kind, offered, useSubscription } from './subscription';

interface RemindMeProps {
  kinds: readonly Kind['kind'][];
  /** On the button. */
  words: string;
  /** What will happen, once all of it is allowed. */
  done: string;
}

/** Asks WeChat, in the tap, for a reminder of these kinds; nothing where the host has no template for any. */
export function RemindMe({ kinds, words, done }: RemindMeProps) {
  const { value, reload } = useSubscription();
  const { busy, run } = useAct();
  const there = offered(value, kinds);
  if (there.length === 0) return null;
  if (there.every(({ credits }) => credits > 0)) return <View className={styles.ask}><Words as="note">{done}</Words></View>;
  const tap = () => {
    const asked = askForReminder(there.filter(({ credits }) => credits === 0).map(({ templateId }) => templateId));
    run(async () => {
      say((await asked) ? '好，到时候微信里提醒你' : '没有开提醒。不要紧，想要的时候再点');
      reload();
    });
  };
  return (
    <View className={styles.ask}>
      <Button kind="line" size="small" icon="bell" busy={busy} onTap={tap}>
        {words}
      </Button>
    </View>
  );
}
