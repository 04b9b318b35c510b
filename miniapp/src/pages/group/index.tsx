import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { Duties } from '@/features/groups/Duties';
import { GroupView, TownPhone, Written } from '@/features/groups/GroupView';
import { leadersOf, pages, useMyGroup } from '@/features/groups/groups';
import { SchoolRows } from '@/features/schools/SchoolRows';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 小组: my group and what is written in it; above that what its leader and the reviewers have to do. */
export default function GroupPage() {
  const caller = useSession((session) => session.caller);
  const mine = useMyGroup();
  const group = mine.value?.group ?? null;
  return (
    <Page tab="group" title={group?.name ?? '小组'} storedAt={mine.at}>
      {!caller?.member && <NoMember operator={caller?.operator != null} />}
      {group && (
        <Words as="minor">
          {group.members}人，{leadersOf(group)}
        </Words>
      )}
      {caller?.member && <Duties key={caller.member.id} />}
      <Loaded stored={mine} what="小组">
        {(value) => (value.group ? <GroupView group={value.group} members={value.members} /> : <NoGroup />)}
      </Loaded>
      {caller?.member && <SchoolRows />}
    </Page>
  );
}

function NoMember({ operator }: { operator: boolean }) {
  if (operator) return <EmptyState icon="users" title="运维不在小组里" text="换成镇里的同志登录，就能看到小组。" />;
  return (
    <EmptyState icon="users" title="登录以后，看得到你的小组" text="组员、组长和大家写的心得，只给本镇的同志看。">
      <Button onTap={() => open(pages.login)}>登录</Button>
    </EmptyState>
  );
}

function NoGroup() {
  return (
    <>
      <Words as="minor">你还没有分到小组，可以先看镇里的心得。要分组，请给镇党校打电话。</Words>
      <TownPhone />
      <Written groupId={null} />
    </>
  );
}
