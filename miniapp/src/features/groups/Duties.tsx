import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { useSession } from '@/platform/session';
import { useWaiting } from '../approvals/approvals';
import { PaperDuties } from '../ballots/PaperDuties';
import { usePaperDeliveries, useTicked } from '../paper/paper-deliveries';
import { LogRow } from '../publications/LogRow';
import { ProposalsRow } from '../score-proposals/ProposalsRow';
import { SessionDuties } from '../sessions/SessionDuty';
import styles from './Duties.module.scss';
import { openMonday, type SortedWeek, sortOut, useGroupWeek, weekLabel } from './group-week';
import { pages } from './groups';
import { Tally } from './Tally';

/** What the leader of a group and those who review have to do; nothing for everybody else. */
export function Duties() {
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  return (
    <>
      {leads.map((group) => (
        <SessionDuties key={group.id} group={group} />
      ))}
      {leads.map((group) => (
        <LedWeek key={group.id} group={group} monday={openMonday(businessNow())} />
      ))}
      {leads.length > 0 && <PaperDuties />}
      {leads.length > 0 && <ProposalsRow />}
      {leads.length > 0 && <LogRow />}
      <Reviews />
    </>
  );
}

function LedWeek({ group, monday }: { group: { readonly id: string; readonly name: string }; monday: BusinessDate }) {
  const week = useGroupWeek(group.id, monday);
  const outbox = useOutbox(({ items }) => items);
  const left = useTicked(usePaperDeliveries(monday).value, group.name).filter(({ handedOver }) => !handedOver).length;
  const sorted = week.value && sortOut(week.value, outbox);
  return (
    <Card label={`${group.name}${weekLabel(monday)}，看本组`} onTap={() => open(pages.week)}>
      <View className={styles.head}>
        <Words as="title">本组{weekLabel(monday)}</Words>
        <View className={styles.more}>看本组</View>
      </View>
      {sorted ? <Summary sorted={sorted} left={left} /> : <Words as="note">{week.failure ? '没取到，点开再试' : '正在取'}</Words>}
    </Card>
  );
}

function Summary({ sorted: { missing, done, late }, left }: { sorted: SortedWeek; left: number }) {
  const still = [left > 0 && `${left}份学习单要送`, late.length > 0 && `${late.length}条晚到的打卡等你定`].filter(Boolean).join('，');
  return (
    <>
      <Tally figures={[{ name: '打过卡', count: done.length, tone: 'green' }, { name: '还没有', count: missing.length }]} />
      {missing.length > 0 && <Words as="minor">可以帮一把：{missing.map(({ member }) => member.name).join('、')}</Words>}
      {still && <Words as="minor">{still}</Words>}
    </>
  );
}

function Reviews() {
  const { themes, reflections } = useWaiting();
  if (!themes && !reflections) return null;
  const [theme, reflection] = [themes?.value?.length ?? 0, reflections?.first.value?.total ?? 0];
  const words = [theme > 0 && `${theme}份主题`, reflection > 0 && `${reflection}篇心得`].filter(Boolean).join('，');
  return (
    <Card rows>
      <Row icon="shield-check" title="等你审的" note={words || '现在没有'} onTap={() => open(pages.approvals)} />
    </Card>
  );
}
