import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { ReflectionCard } from './ReflectionCard';
import styles from './ReflectionList.module.scss';
import type { Reflections } from './reflections';

/** Page by page, on request: nothing loads by itself on somebody's data plan. */
export function ReflectionList({ reflections, empty, withState }: { reflections: Reflections; empty: ReactNode; withState?: boolean }) {
  const { first, items, more, act } = reflections;
  return (
    <Loaded stored={first} what="心得">
      {() => (
        <>
          {items.length === 0 && empty}
          {items.map((reflection) => (
            <ReflectionCard key={reflection.id} reflection={reflection} withState={withState} />
          ))}
          {act.fault && (
            <NoteBar tone="amber" icon="triangle-alert">
              {act.fault}
            </NoteBar>
          )}
          {more && (
            <View className={styles.more}>
              <Button kind="plain" busy={act.busy} onTap={more}>
                再看几篇
              </Button>
            </View>
          )}
        </>
      )}
    </Loaded>
  );
}
