import { type ReactNode, useEffect, useState } from 'react';
import { blameOn, type Failure } from '../platform/failure.ts';
import type { Loaded } from '../platform/use-loaded.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import css from './states.module.css';

/** Still grey lines in the place of what is coming. After three seconds it says that the network is slow. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css.skeleton} role="status" aria-label="正在打开">
      {slow ? <p className="minor">网络有点慢</p> : null}
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: `${[92, 78, 86, 64, 88, 72][index % 6]}%` }} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className="section-title">{title}</p>
      {children ? <div className="minor">{children}</div> : null}
    </div>
  );
}

export function Failed({ failure, retry }: { failure: Failure; retry?: () => void }) {
  return (
    <div className={css.empty} role="alert">
      <p className="section-title">没打开</p>
      <p className="minor">{failure.message}</p>
      {retry ? <Button onClick={retry}>再试一次</Button> : null}
    </div>
  );
}

type NoteTone = 'plain' | 'amber' | 'blue' | 'green' | 'gold';
const noteIcons: Record<NoteTone, IconName> = { plain: 'info', amber: 'circleAlert', blue: 'info', green: 'check', gold: 'check' };

export function Note({ tone = 'plain', role, children }: { tone?: NoteTone; role?: 'alert' | 'status'; children: ReactNode }) {
  return (
    <div className={`${css.note} ${css[tone]}`} role={role}>
      <Icon name={noteIcons[tone]} size={16} />
      <div className="grow">{children}</div>
    </div>
  );
}

/** The sentence of a failed act, where the person is looking; not again where one of the `placed` fields says it already. */
export function FailureNote({ failure, placed = [] }: { failure: Failure | null; placed?: readonly string[] }) {
  if (placed.some((field) => blameOn(failure, field) !== null)) return null;
  return failure ? <Note tone="amber" role="alert">{failure.message}{failure.code === 'OFFLINE' ? '。写的内容还在这一页' : ''}</Note> : null;
}

/** Skeleton, error with retry, or the content; what was loaded before stays while it is asked again. */
export function Ready<T>({ of, lines, children }: { of: Pick<Loaded<T>, 'data' | 'failure' | 'reload'>; lines?: number; children: (data: T) => ReactNode }) {
  if (of.data === null && of.failure) return <Failed failure={of.failure} retry={() => void of.reload()} />;
  if (of.data === null) return <Skeleton lines={lines ?? 6} />;
  return (
    <>
      {of.failure ? <Note tone="amber" role="alert">{of.failure.message}，下面是刚才的内容</Note> : null}
      {children(of.data)}
    </>
  );
}
