import { addDays, businessDate, mondayOf, pushInstant, weekdayInChinese, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { say } from '../../components/toast.tsx';
import { moveDemoClock, now, timeOfDay, useClock } from '../../platform/clock.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './demo-bar.module.css';

/** On every page of a demo: that it is one, what time it is there, and the way to the next Monday. */
export function DemoBar() {
  const { demo } = useClock();
  const jump = useAct();
  useMinutes();
  if (!demo?.demo) return null;
  const instant = now();
  const toNextMonday = (): Promise<boolean> => jump.run(() => moveDemoClock(nextPush(now())));
  const jumpAndTell = async (): Promise<void> => {
    if (await toNextMonday()) say('到周一早上8:00了，该推送的已经推送');
  };
  return (
    <aside className={`${css.bar} no-print`} aria-label="演示">
      <b>演示</b>
      <span>
        现在是{dateInChinese(businessDate(instant))} {weekdayInChinese(businessDate(instant))} {timeOfDay(instant)}，人和事都是编的
      </span>
      {jump.failure ? <span role="alert" className="amber">{jump.failure.message}</span> : null}
      <span className="grow" />
      {demo.sandboxUrl ? <a href={`${demo.sandboxUrl}/sandbox/`} target="_blank" rel="noreferrer">看手机收到的消息</a> : null}
      <Button small icon="clock" busy={jump.busy} onClick={() => void jumpAndTell()}>跳到下周一08:00</Button>
    </aside>
  );
}

function nextPush(instant: number): number {
  const monday = mondayOf(instant);
  return instant < pushInstant(monday) ? pushInstant(monday) : pushInstant(addDays(monday, 7));
}

/** The clock on the bar moves on by itself. */
function useMinutes(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 20_000);
    return () => clearInterval(timer);
  }, []);
}
