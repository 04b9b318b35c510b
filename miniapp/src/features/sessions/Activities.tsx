import { View } from '@tarojs/components';
import { type BusinessDate, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import styles from './Activities.module.scss';
import { Calendar, daysShown, type Shown } from './Calendar';
import { SessionRow } from './SessionRow';
import { dayText, pages, type Session, useMySessions } from './sessions';

/** 活动: the calendar and what is coming. `act` is what the person can do about one of them: 请假. In the large version the list alone. */
export function Activities({ act }: { act?: (session: Session) => ReactNode }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [shown, setShown] = useState<Shown>({ kind: 'weeks' });
  const [chosen, setChosen] = useState<BusinessDate | null>(null);
  const { from, to } = daysShown(shown);
  const sessions = useMySessions(from, to);
  const show = (next: Shown) => {
    setShown(next);
    setChosen(null);
  };
  return (
    <>
      {!elder && <Calendar shown={shown} onShow={show} marked={markedDays(sessions.value ?? [])} chosen={chosen} onChoose={(date) => setChosen(date === chosen ? null : date)} />}
      {chosen && (
        <View className={styles.head}>
          <Words>{dayText(chosen)}</Words>
          <Button kind="text" size="small" onTap={() => setChosen(null)}>
            看全部
          </Button>
        </View>
      )}
      <View className={styles.list}>
        <Loaded stored={sessions} what="活动">
          {(all) => <Listed sessions={chosen ? all.filter(({ date }) => date === chosen) : coming(all, shown)} none={noneText(shown, chosen)} act={act} />}
        </Loaded>
      </View>
      {!chosen && (
        <Card rows>
          <Row icon="list" title="以前的活动" note="讲了什么、定了什么" onTap={() => open(pages.past)} />
        </Card>
      )}
    </>
  );
}

function Listed({ sessions, none, act }: { sessions: readonly Session[]; none: string; act?: ((session: Session) => ReactNode) | undefined }) {
  if (sessions.length === 0) return <Words as="minor" className={styles.none}>{none}</Words>;
  return (
    <>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} end={act?.(session)} />
      ))}
    </>
  );
}

/** Two weeks look ahead; a whole month is looked up. */
function coming(sessions: readonly Session[], { kind }: Shown): readonly Session[] {
  const today = businessDate(businessNow());
  return kind === 'month' ? sessions : sessions.filter(({ date, state }) => date >= today && state !== 'closed');
}

function markedDays(sessions: readonly Session[]): ReadonlySet<BusinessDate> {
  return new Set(sessions.filter(({ state }) => state !== 'cancelled').map(({ date }) => date));
}

function noneText({ kind }: Shown, chosen: BusinessDate | null): string {
  if (chosen) return '这一天没有活动';
  return kind === 'month' ? '这个月没有活动' : '这两周没有活动';
}
