import { View } from '@tarojs/components';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { dateInChinese, isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import styles from './Catalogue.module.scss';

type Deliveries = Answer<'listMyDeliveries'>;
type Delivery = Deliveries['items'][number];

export function useDeliveries(): Paged<Delivery, Deliveries> {
  const member = useSession(({ caller }) => caller?.member ?? null);
  return usePaged(member ? 'deliveries' : null, (page) => call('listMyDeliveries', { query: { page, pageSize: 20 } }));
}

/** Every Monday's theme that came to this member, with those not opened yet marked. */
export function Inbox({ paged: { first, items, more, act } }: { paged: Paged<Delivery, Deliveries> }) {
  return (
    <>
      <Loaded stored={first} what="每周主题">
        {() => (items.length === 0 ? <EmptyState icon="calendar-days" title="还没有主题" text="周一8点，主题会到这里。" /> : <Card rows>{items.map((delivery) => <Week key={delivery.id} delivery={delivery} />)}</Card>)}
      </Loaded>
      {more && (
        <View className={styles.more}>
          <Button kind="line" busy={act.busy} onTap={more}>
            看更早的
          </Button>
        </View>
      )}
    </>
  );
}

function Week({ delivery: { monday, title, readAt, channel } }: { delivery: Delivery }) {
  const week = `${weekNumberInChinese(isoWeek(monday).week)}，${dateInChinese(monday)}`;
  return <Row unread={readAt === null && channel === 'inbox'} title={title.replace('\n', '')} note={channel === 'paper' ? `${week}，纸质送到` : week} onTap={() => open('packages/read/week/index', { monday })} />;
}
