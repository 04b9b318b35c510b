import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Loaded } from '@/components/Loaded';
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
          <Fault>{act.fault}</Fault>
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
