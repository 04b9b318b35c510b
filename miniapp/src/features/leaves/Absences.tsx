import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { NoteBar } from '@/components/NoteBar';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { More } from '../me/More';
import { type Attended, type Leave, leavesPage, type MakeUp, missedOf, useKept, useMyAttendance, useMyLeaves, useMyMakeUps } from './leaves';
import { LeaveRow, MakeUpRow } from './LeaveRow';
import styles from './leaves.module.scss';

/** Not there, and how long it can still be made up. */
export function Missed({ missed, onMakeUp }: { missed: readonly Attended[]; onMakeUp: (one: Attended) => void }) {
  return (
    <Part title="可以补的" none={missed.length === 0 && '没有要补的。没到的场次，14天内可以在这里补。'}>
      {missed.map((one) => (
        <Card key={one.session.id}>
          <Words>{one.session.title}</Words>
          <Words as="minor">{`${dateInChinese(one.session.date)}没到。${dateInChinese(one.makeUpUntil ?? one.session.date)}前可以补，核实了和到场一样算。`}</Words>
          <View className={styles.act}>
            <Button kind="line" size="small" onTap={() => onMakeUp(one)}>
              补学
            </Button>
          </View>
        </Card>
      ))}
    </Part>
  );
}

export function Leaves({ paged: { items, first, more, act } }: { paged: ReturnType<typeof useMyLeaves> }) {
  return (
    <Part title="请过的假" none={items.length === 0 && '还没有请过假。要请假，点那一场活动旁边的“请假”。'}>
      <KeptNotes route="createLeave" />
      {items.map((leave: Leave) => (
        <LeaveRow key={leave.id} leave={leave} onChanged={first.reload} />
      ))}
      <More more={more} act={act} words="看更早的假" />
    </Part>
  );
}

export function MakeUps({ paged: { items, more, act } }: { paged: ReturnType<typeof useMyMakeUps> }) {
  const kept = useKept('createMakeUp');
  if (items.length === 0 && kept.length === 0) return null;
  return (
    <Part title="报过的补学" none={false}>
      <KeptNotes route="createMakeUp" />
      {items.map((makeUp: MakeUp) => (
        <MakeUpRow key={makeUp.id} makeUp={makeUp} />
      ))}
      <More more={more} act={act} words="看更早的补学" />
    </Part>
  );
}

/** 我的: how many can still be made up. */
export function AbsencesRow() {
  const missed = missedOf(useMyAttendance().value ?? [], useMyMakeUps().items);
  return <Row icon="calendar-days" title="请假和补学" end={missed.length > 0 && <Chip tone="amber">{missed.length}场待补</Chip>} onTap={() => open(leavesPage)} />;
}

function KeptNotes({ route }: { route: 'createLeave' | 'createMakeUp' }) {
  return (
    <>
      {useKept(route).map(({ clientId, label }) => (
        <NoteBar key={clientId} tone="amber" icon="clock">
          {label}已存在本机，联网后自动上传
        </NoteBar>
      ))}
    </>
  );
}

function Part({ title, none, children }: { title: string; none: string | false; children: ReactNode }) {
  return (
    <>
      <Words as="title" className={styles.head}>
        {title}
      </Words>
      {none && <Words as="minor" className={styles.none}>{none}</Words>}
      {children}
    </>
  );
}
