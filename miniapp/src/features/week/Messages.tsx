import { View } from '@tarojs/components';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { recently } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Row } from '@/components/Row';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';
import styles from './Messages.module.scss';
import { pages } from './week';

type Notices = Answer<'listNotices'>;

export function useNotices(): Stored<Notices> {
  const member = useSession(({ caller }) => caller?.member ?? null);
  return useStored(member ? 'notices' : null, () => call('listNotices', { query: { pageSize: 20 } }));
}

/** The bell in the head, with how many have not been seen. */
export function Bell({ notices }: { notices: Notices | null }) {
  if (!notices) return null;
  const unread = notices.items.filter(({ readAt }) => readAt === null).length;
  return (
    <Tap className={styles.bell} label={unread > 0 ? `消息，${unread}条没看` : '消息'} onTap={() => open(pages.notices)}>
      <Icon name="bell" />
      {unread > 0 && <View className={styles.count}>{unread}</View>}
    </Tap>
  );
}

/** The two latest, on the home page. */
export function Messages({ notices }: { notices: Notices | null }) {
  if (!notices || notices.items.length === 0) return null;
  return (
    <View className={styles.messages}>
      <View className={styles.head}>
        <Words as="title">消息</Words>
        <Tap className={styles.all} onTap={() => open(pages.notices)} label="全部消息">
          全部
          <Icon name="chevron-right" size="xs" />
        </Tap>
      </View>
      {notices.items.slice(0, 2).map(({ id, title, at, readAt }) => (
        <Row key={id} unread={readAt === null} title={title} end={<View className={styles.at}>{recently(at, businessNow())}</View>} onTap={() => open(pages.notices)} />
      ))}
    </View>
  );
}
