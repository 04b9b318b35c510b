import { Card } from '@/components/Card';
import { dayOf } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { useNotices } from '@/features/week/Messages';
import { call } from '@/platform/request';

/** 消息: what the town tells this person; seen once it is tapped. */
export default function InboxPage() {
  const notices = useNotices();
  const read = async (id: string): Promise<void> => {
    await call('readNotice', { params: { id } }).catch(() => undefined);
    notices.reload();
  };
  return (
    <Page title="消息" storedAt={notices.at}>
      <Loaded stored={notices} what="消息">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="bell" title="现在没有消息" />
          ) : (
            <Card>
              {items.map(({ id, title, text, at, readAt }) => (
                <Row key={id} unread={readAt === null} title={title} note={`${text}（${dayOf(at)}）`} onTap={() => void read(id)} />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}
