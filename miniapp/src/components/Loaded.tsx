import type { ReactNode } from 'react';
import { back } from '@/platform/navigation';
import type { Stored } from '@/platform/stored';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { NoteBar } from './NoteBar';
import { Skeleton } from './Skeleton';
import { Words } from './Words';

/** Draws what `useStored` has: the stored copy at once, else a skeleton, else why it did not open and what to do. */
export function Loaded<T>({ stored, what, children }: { stored: Stored<T>; what: string; children: (value: T) => ReactNode }) {
  const { value, loading, slow, failure, reload } = stored;
  if (value !== null) {
    return (
      <>
        {children(value)}
        {slow && <Words as="note">网络有点慢，正在取新的{what}</Words>}
        {failure?.kind === 'refused' && failure.status >= 500 && (
          <NoteBar tone="amber" icon="triangle-alert">
            没取到新的{what}，看的是上次存下的
          </NoteBar>
        )}
      </>
    );
  }
  if (!failure) return loading ? <Skeleton slow={slow} what={what} /> : null;
  if (failure.status === 404) {
    return (
      <EmptyState icon="info" title="这里没有内容" text={failure.message}>
        <Button kind="line" onTap={back}>
          返回
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState fault icon={failure.kind === 'unreached' ? 'cloud-off' : 'triangle-alert'} title="这一页没打开" text={failure.kind === 'unreached' ? '没有连上网络。你的记录都还在，联网后再试。' : failure.message}>
      <Button busy={loading} onTap={reload}>
        再试一次
      </Button>
    </EmptyState>
  );
}
