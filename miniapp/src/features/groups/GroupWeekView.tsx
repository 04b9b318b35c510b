import { View } from '@tarojs/components';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { RefusedNotes } from '@/components/notices';
import { Words } from '@/components/Words';
import { useOutbox } from '@/platform/outbox';
import type { Stored } from '@/platform/stored';
import { PaperDeliveries } from '../paper/PaperDeliveries';
import { usePaperDeliveries, useTicked } from '../paper/paper-deliveries';
import { reachNote, useReach } from './group-members';
import { type GroupWeek, type PersonOfWeek, sortOut } from './group-week';
import styles from './GroupWeekView.module.scss';
import { LateCard } from './LateCard';
import { PersonRow } from './PersonRow';
import { PersonSheet } from './PersonSheet';
import { Tally } from './Tally';

interface GroupWeekViewProps {
  group: { readonly id: string; readonly name: string };
  monday: BusinessDate;
  week: Stored<GroupWeek>;
  /** Shows a sheet over the page, or closes it. */
  over: (sheet: ReactNode) => void;
}

/** A group's Monday for its leader: what waits for a word, whom to help, who has written, the sheets to bring. */
export function GroupWeekView({ group, monday, week, over }: GroupWeekViewProps) {
  const outbox = useOutbox(({ items }) => items);
  const reach = useReach(group.id);
  const paper = usePaperDeliveries(monday);
  const deliveries = useTicked(paper.value, group.name);
  const show = (person: PersonOfWeek) => over(<PersonSheet person={person} groupId={group.id} monday={monday} onClose={() => over(null)} />);
  const row = (person: PersonOfWeek) => <PersonRow key={person.member.memberId} person={person} note={reachNote(reach.get(person.member.memberId), person.paper)} onTap={() => show(person)} />;
  return (
    <>
      <RefusedNotes />
      <Loaded stored={week} what="本组的打卡">
        {(value) => {
          const { missing, done, late } = sortOut(value, outbox);
          return (
            <>
              <Tally figures={[{ name: '打过卡', count: done.length, tone: 'green' }, { name: '还没有', count: missing.length }, { name: '晚到等你定', count: late.length, tone: 'amber' }]} />
              {late.length > 0 && <Section title="晚到的打卡">{late.map((checkIn) => <LateCard key={checkIn.id} checkIn={checkIn} over={over} />)}</Section>}
              <People title="可以帮一把" note={missing.length > 0 ? '没有手机的，问一句、记一句就算数' : '这一周都写过了'} people={missing} row={row} />
              <PaperDeliveries deliveries={deliveries} />
              <People title="写过的" note={done.length > 0 ? null : '还没有人写，刚开始不着急'} people={done} row={row} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function People({ title, note, people, row }: { title: string; note: string | null; people: readonly PersonOfWeek[]; row: (person: PersonOfWeek) => ReactNode }) {
  return (
    <Section title={title} note={note}>
      {people.length > 0 && <Card rows>{people.map(row)}</Card>}
    </Section>
  );
}

function Section({ title, note, children }: { title: string; note?: string | null; children: ReactNode }) {
  return (
    <View className={styles.section}>
      <Words as="title">{title}</Words>
      {note && <Words as="note">{note}</Words>}
      {children}
    </View>
  );
}
