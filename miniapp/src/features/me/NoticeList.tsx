import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { useSession } from '@/platform/session';
import { More } from './More';
import styles from './More.module.scss';
import { placeOf } from './notice-place';
import { NoticeLine } from './NoticeLine';
import { type Notice, openNotice, type OwnNotices } from './notices';

/** What is only words has been seen once this list is left; what leads on, once it was opened. */
export function NoticeList({ notices: { first, items, more, act, seen, see } }: { notices: OwnNotices }) {
  const roles = useSession(({ caller }) => caller?.roles);
  const isNew = ({ id, readAt }: Notice) => readAt === null && !seen.has(id);
  const fresh = items.filter(isNew);
  const leave = useRef(() => {});
  leave.current = () => see(fresh.filter(({ link }) => placeOf(link, roles ?? []).at !== 'phone'));
  useEffect(() => () => leave.current(), []);
  return (
    <>
      <Loaded stored={first} what="通知">
        {() =>
          items.length === 0 ? (
            <EmptyState icon="bell" title="现在没有通知" text="打卡、心得有了回音，会在这里说一声。" />
          ) : (
            <>
              <Lines notices={items} isNew={isNew} see={see} />
              {fresh.length > 1 && (
                <View className={styles.more}>
                  <Button kind="plain" onTap={() => see(fresh)}>
                    都看过了
                  </Button>
                </View>
              )}
            </>
          )
        }
      </Loaded>
      <More more={more} act={act} words="看更早的" />
    </>
  );
}

function Lines({ notices, isNew, see }: { notices: readonly Notice[]; isNew: (notice: Notice) => boolean; see: OwnNotices['see'] }) {
  const go = (notice: Notice) => {
    see([notice]);
    openNotice(notice);
  };
  return (
    <Card rows>
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} unread={isNew(notice)} onTap={() => go(notice)} />
      ))}
    </Card>
  );
}
