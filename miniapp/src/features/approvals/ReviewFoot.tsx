import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { NoteBar } from '@/components/NoteBar';
import type { Act } from '@/platform/act';
import styles from './ReviewFoot.module.scss';

/** The two words that a reviewer has: yes in red, no with a reason. */
export function ReviewFoot({ act, yes, onYes, onNo }: { act: Act; yes: string; onYes: () => Promise<unknown>; onNo: () => void }) {
  return (
    <>
      {act.fault && (
        <View className={styles.fault}>
          <NoteBar tone="amber" icon="triangle-alert">
            {act.fault}
          </NoteBar>
        </View>
      )}
      <View className={styles.acts}>
        <Button kind="plain" onTap={onNo}>
          退回
        </Button>
        <Button grow busy={act.busy} onTap={() => act.run(onYes)}>
          {yes}
        </Button>
      </View>
    </>
  );
}
