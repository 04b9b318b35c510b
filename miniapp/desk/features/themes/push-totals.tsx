import { Figure, Figures } from '../../components/figure.tsx';
import { type Funnel, unrungOf, whys } from './push-words.ts';
import css from './push-funnel.module.css';

/** From the roster to the check-in, each with its part of everybody; below it the doorbells one by one. */
export function PushTotals({ funnel: { members, inbox, paper, doorbell, read, checkedIn, state } }: { funnel: Funnel }) {
  if (state === 'none' || state === 'waiting' || state === 'missed') return <p className="minor">{emptyWords[state]}</p>;
  const unrung = unrungOf(doorbell);
  const checked = checkedIn.phone + checkedIn.paper;
  return (
    <>
      <Figures label="送达总数">
        <Figure value={members} unit="党员" note={paper.total > 0 ? `纸质${paper.total}人，送到${paper.handedOver}人` : '都用手机'} whole={members} parts={[{ value: members, tone: 'gold' }]} />
        <Figure value={inbox} unit="进消息箱" note="不用订阅就有" whole={members} parts={[{ value: inbox, tone: 'gold' }]} />
        <Figure value={doorbell.sent} unit="微信提醒送到" note={doorbellNote(doorbell, unrung)} whole={members} parts={[{ value: doorbell.sent, tone: 'gold' }, { value: doorbell.refused + doorbell.failed, tone: 'ink' }, { value: doorbell.noCredit + doorbell.unbound, tone: 'line' }]} />
        <Figure value={read} unit="已读" note="提醒没送到也能读" whole={members} parts={[{ value: read, tone: 'gold' }]} />
        <Figure value={checked} unit="已打卡" note={`手机${checkedIn.phone}，纸质${checkedIn.paper}`} whole={members} parts={[{ value: checked, tone: 'gold' }]} />
      </Figures>
      {inbox > 0 ? <DoorbellStrip doorbell={doorbell} /> : null}
    </>
  );
}

function doorbellNote(doorbell: Funnel['doorbell'], unrung: number): string {
  if (doorbell.waiting > 0) return `还在送${doorbell.waiting}人`;
  return unrung > 0 ? `${unrung}人没有收到` : '都送到了';
}

/** Every inbox has one doorbell: where each of them ended, as one strip with its words. */
function DoorbellStrip({ doorbell }: { doorbell: Funnel['doorbell'] }) {
  const parts = [
    { key: 'sent', name: '送到', count: doorbell.sent },
    { key: 'waiting', name: '还在送', count: doorbell.waiting },
    ...whys.map(({ why, name, of }) => ({ key: why, name, count: of(doorbell) })),
  ].filter(({ count }) => count > 0);
  return (
    <div className={css.doorbells}>
      <div className={css.strip} aria-hidden="true">
        {parts.map(({ key, count }) => (
          <i key={key} className={css[key]} style={{ flex: count }} />
        ))}
      </div>
      <ul className={css.legend} aria-label="微信提醒">
        {parts.map(({ key, name, count }) => (
          <li key={key}>
            <i className={css[key]} aria-hidden="true" />
            {name}
            {count}
          </li>
        ))}
      </ul>
    </div>
  );
}

const emptyWords = { none: '这个周一没有推送', waiting: '还没到周一8:00', missed: '这一周没有发出，也不会补发' } as const;
