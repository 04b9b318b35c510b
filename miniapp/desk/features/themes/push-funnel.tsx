import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { addDays, isoWeek, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Figure, Figures } from '../../components/figure.tsx';
import { Skeleton } from '../../components/states.tsx';
import { dateWithYear, now, timeOfDay } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import css from './push-funnel.module.css';

type Funnel = Answer<'getThemePush'>;

/** Where a Monday's theme reached, as totals. */
export function PushFunnel({ monday }: { monday: string }) {
  const loaded = useLoaded(monday, () => call('getThemePush', { params: { monday } }));
  useReloadOnJump(loaded);
  const [open, setOpen] = useState(false);
  const funnel = loaded.data;
  return (
    <section aria-label="送到了哪里">
      <div className={css.head}>
        <b className="medium">{titleOf(monday)}</b>
        <span className="note-size minor">{funnel ? whenSent(funnel) : ''}</span>
        <span className="grow" />
        {funnel && funnel.reasons.length > 0 ? <Button kind="text" small aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : '为什么有人没收到提醒'}</Button> : null}
        {loaded.failure ? <Button kind="text" small onClick={() => void loaded.reload()}>{loaded.failure.message}，再试一次</Button> : null}
      </div>
      {open && funnel ? <Reasons reasons={funnel.reasons} /> : null}
      {funnel ? <Totals funnel={funnel} /> : loaded.failure ? null : <Skeleton lines={2} />}
    </section>
  );
}

function Totals({ funnel: { members, inbox, paper, doorbell, read, checkedIn, state } }: { funnel: Funnel }) {
  if (state === 'none' || state === 'waiting' || state === 'missed') return <p className="minor">{emptyWords[state]}</p>;
  const unreached = doorbell.refused + doorbell.failed;
  const silent = doorbell.noCredit + doorbell.unbound;
  const notes = [
    doorbell.waiting > 0 ? `${doorbell.waiting}人还在送` : '',
    unreached > 0 ? `${unreached}人没送成` : '',
    doorbell.noCredit > 0 ? `${doorbell.noCredit}人没次数` : '',
    doorbell.unbound > 0 ? `${doorbell.unbound}人没绑` : '',
  ].filter(Boolean);
  return (
    <Figures label="送达总数">
      <Figure value={members} unit="党员" note={paper.total > 0 ? `纸质${paper.total}人，送到${paper.handedOver}人` : '都用手机'} whole={members} parts={[{ value: members, tone: 'gold' }]} />
      <Figure value={inbox} unit="进消息箱" note="不用订阅就有" whole={members} parts={[{ value: inbox, tone: 'gold' }]} />
      <Figure value={doorbell.sent} unit="微信提醒送到" note={notes.slice(0, 2).join('，') || '都送到了'} whole={members} parts={[{ value: doorbell.sent, tone: 'gold' }, { value: unreached, tone: 'ink' }, { value: silent, tone: 'line' }]} />
      <Figure value={read} unit="已读" note="提醒没送到也能读" whole={members} parts={[{ value: read, tone: 'gold' }]} />
      <Figure value={checkedIn.phone + checkedIn.paper} unit="已打卡" note={`手机${checkedIn.phone}，纸质${checkedIn.paper}`} whole={members} parts={[{ value: checkedIn.phone + checkedIn.paper, tone: 'gold' }]} />
    </Figures>
  );
}

function Reasons({ reasons }: { reasons: Funnel['reasons'] }) {
  return (
    <ul className={css.reasons}>
      {reasons.map(({ reason, count }) => (
        <li key={reason}>
          {reason}：{count}人
        </li>
      ))}
    </ul>
  );
}

const emptyWords = { none: '这个周一没有推送', waiting: '还没到周一8:00', missed: '这一周没有发出，也不会补发' } as const;

function titleOf(monday: string): string {
  const current = mondayOf(now());
  if (monday === current) return '这周一送到了哪里';
  return monday === addDays(current, -7) ? '上周一送到了哪里' : '这个周一送到了哪里';
}

function whenSent({ monday, sentAt }: Funnel): string {
  const week = `第${isoWeek(monday).week}周，${dateWithYear(monday)}`;
  return sentAt === null ? week : `${week}${timeOfDay(sentAt)}发出，只看总数，不看个人`;
}
