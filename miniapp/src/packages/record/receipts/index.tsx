import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { GroupMembers } from '@/features/me/GroupMembers';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';

/** 大家的得分明细, for the assessment committee: a group, then one of its people. Never a list of scores. */
export default function ReceiptsPage() {
  const { group = null, name } = useRouter().params as { group?: string; name?: string };
  const reads = useSession(({ caller }) => may(caller, 'receipts.read'));
  return (
    <Page title={name ? decodeURIComponent(name) : '大家的得分明细'}>
      {!reads && <EmptyState icon="info" title="这一页给评定委员看" text="自己的得分，在“我的”里。" />}
      {reads && <Words as="minor">得分明细只有本人和评定委员看得到。</Words>}
      {reads && (group ? <GroupMembers groupId={group} /> : <Groups />)}
    </Page>
  );
}

function Groups() {
  const stored = useStored('groups', () => call('listGroups'));
  return (
    <Loaded stored={stored} what="小组">
      {({ items }) => (
        <Card rows>
          {items
            .filter(({ closed }) => !closed)
            .map(({ id, name, members }) => (
              <Row key={id} title={name} end={`${members}人`} onTap={() => open('packages/record/receipts/index', { group: id, name })} />
            ))}
        </Card>
      )}
    </Loaded>
  );
}
