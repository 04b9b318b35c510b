import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { isMonday } from '@weidangxiao/shared/rules/week.ts';
import { type ReactNode, useState } from 'react';
import { Card } from '@/components/Card';
import { Choice } from '@/components/Choice';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { GroupWeekView } from '@/features/groups/GroupWeekView';
import { openMonday, useGroupWeek } from '@/features/groups/group-week';
import { WeekSwitch } from '@/features/groups/WeekSwitch';
import { shareCard } from '@/features/week/share-card';
import { ShareWeek } from '@/features/week/ShareWeek';
import { useWeekOf } from '@/features/week/theme-of';
import { dimensionsPage } from '@/features/year/year';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 本组这一周: who has written, whom to help, what to bring, what came late. For the leader of a group. */
export default function LeaderWeekPage() {
  const asked = useRouter().params as { monday?: string };
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  const last = openMonday(businessNow());
  const [monday, setMonday] = useState(() => (asked.monday && isMonday(asked.monday) && asked.monday < last ? asked.monday : last));
  const [groupId, setGroupId] = useState<string | null>(null);
  const [sheet, setSheet] = useState<ReactNode>(null);
  const group = leads.find(({ id }) => id === groupId) ?? leads[0] ?? null;
  const week = useGroupWeek(group?.id ?? null, monday);
  const shared = useWeekOf(monday).stored.value;
  useShareAppMessage(() => shareCard(shared));
  return (
    <Page title={group?.name ?? '本组这一周'} storedAt={week.at} over={sheet}>
      {!group && <EmptyState icon="users" title="你还没有带小组" text="镇管理员定了组长，这里就能看到本组的这一周。" />}
      {group && leads.length > 1 && <Choice label="哪个小组" options={leads.map(({ id, name }) => ({ value: id, name }))} value={group.id} onChange={setGroupId} />}
      {group && (
        <>
          <WeekSwitch monday={monday} last={last} onChange={setMonday} />
          <GroupWeekView key={`${group.id}/${monday}`} group={group} monday={monday} week={week} over={setSheet} />
          {shared && <ShareWeek week={shared} />}
          <Card rows>
            <Row icon="clipboard-list" title="本组的五类学习" note="今年全组参加了多少" onTap={() => open(dimensionsPage)} />
          </Card>
        </>
      )}
    </Page>
  );
}
