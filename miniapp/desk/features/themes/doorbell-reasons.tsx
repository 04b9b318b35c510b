import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { Button } from '../../components/button.tsx';
import { type Funnel, unrungOf, whys } from './push-words.ts';
import css from './push-funnel.module.css';

/** Why some were not reached, in WeChat's reasons and in plain words, and what to do about each. */
export function DoorbellReasons({ funnel: { monday, doorbell, reasons } }: { funnel: Funnel }) {
  const names = useMay('pushes.ring');
  return (
    <div className={css.reasons}>
      <dl>
        {whys.filter(({ of }) => of(doorbell) > 0).map(({ why, name, of, help }) => (
          <div key={why}>
            <dt>
              {name}
              {of(doorbell)}人
            </dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
      {doorbell.waiting + doorbell.refused + doorbell.failed > 0 ? (
        <ul aria-label="微信说的原因">
          {reasons.map(({ reason, count }) => (
            <li key={reason}>
              {reason}：{count}人
            </li>
          ))}
        </ul>
      ) : null}
      {names && unrungOf(doorbell) > 0 ? (
        <Button small onClick={() => go(`/themes/${monday}/unrung`)}>
          看没收到的人
        </Button>
      ) : null}
    </div>
  );
}
