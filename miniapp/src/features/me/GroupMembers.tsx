import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { byName } from '../groups/groups';
import { More } from './More';

type Page = Answer<'listMembers'>;

/** A group's people, by name, for the committee: a tap opens what is recorded of somebody. */
export function GroupMembers({ groupId }: { groupId: string }) {
  const { first, items, more, act } = usePaged<Page['items'][number], Page>(`receipts-of/${groupId}`, (page) => call('listMembers', { query: { groupId, state: 'active', page, pageSize: 50 } }));
  return (
    <>
      <Loaded stored={first} what="组员">
        {() =>
          items.length === 0 ? (
            <EmptyState icon="users" title="这个小组还没有人" />
          ) : (
            <Card rows>
              {[...items].sort(byName).map(({ id, name }) => (
                <Row key={id} title={name} end="明细" onTap={() => open('packages/record/receipt/index', { member: id, name })} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More more={more} act={act} words="看后面的人" />
    </>
  );
}
