import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote, Skeleton } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { useReloadWhile } from '../../platform/use-reload-while.ts';
import { DoorbellOrders } from './doorbell-orders.tsx';
import { DoorbellReasons } from './doorbell-reasons.tsx';
import { PushProgress } from './push-progress.tsx';
import { PushTotals } from './push-totals.tsx';
import { titleOf, unrungOf, whenSent } from './push-words.ts';
import css from './push-funnel.module.css';

/** Where a Monday's theme reached, as totals; it lives while doorbells are on their way, and they can be ordered here. */
export function PushFunnel({ monday }: { monday: string }) {
  const loaded = useLoaded(monday, () => call('getThemePush', { params: { monday } }));
  const act = useAct();
  const [open, setOpen] = useState(false);
  const funnel = loaded.data;
  useReloadOnJump(loaded);
  useReloadWhile(funnel?.state === 'sending', loaded);
  useEffect(act.clear, [monday]);
  const explains = funnel !== null && (funnel.reasons.length > 0 || unrungOf(funnel.doorbell) > 0);
  return (
    <section aria-label="送到了哪里">
      <div className={css.head}>
        <b className="medium">{titleOf(monday)}</b>
        <span className="note-size minor">{funnel ? whenSent(funnel) : ''}</span>
        {funnel ? <PushProgress funnel={funnel} /> : null}
        <span className="grow" />
        {explains ? <Button kind="text" small aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : '为什么有人没收到提醒'}</Button> : null}
        {funnel ? <DoorbellOrders funnel={funnel} act={act} onOrdered={loaded.put} onRefused={() => void loaded.reload()} /> : null}
        {loaded.failure ? <Button kind="text" small onClick={() => void loaded.reload()}>{loaded.failure.message}，再试一次</Button> : null}
      </div>
      <FailureNote failure={act.failure} />
      {open && explains ? <DoorbellReasons funnel={funnel} /> : null}
      {funnel ? <PushTotals funnel={funnel} /> : loaded.failure ? null : <Skeleton lines={2} />}
    </section>
  );
}
