import { View } from '@tarojs/components';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { LoginFirst } from '@/features/account/LoginFirst';
import { More } from '@/features/me/More';
import { pages, usePublications } from '@/features/publications/publications';
import styles from '@/features/publications/publications.module.scss';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 公示: what was put up for everybody to read, the newest first; and the way to check a printed sheet. */
export default function PublicationsPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const { first, items, more, act } = usePublications();
  return (
    <Page title="公示" storedAt={first.at}>
      {!loggedIn && <LoginFirst what="公示" />}
      <Loaded stored={first} what="公示">
        {() => (
          <>
            {items.length === 0 && <EmptyState icon="clipboard-list" title="还没有公示" text="每个月的等次公示以后，就在这里。" />}
            {items.length > 0 && (
              <Card rows>
                {items.map(({ id, kind, period, state, publishedOn, publishedUntil }) => (
                  <Row
                    key={id}
                    title={`${periodInChinese(period)}${kind === 'month' ? '月评' : '年度'}结果`}
                    note={`${dateInChinese(publishedOn)}到${dateInChinese(publishedUntil)}`}
                    end={state === 'on_show' ? <Chip tone="amber">正在公示</Chip> : '已锁定'}
                    onTap={() => open(pages.one, { kind, period })}
                  />
                ))}
              </Card>
            )}
            <More more={more} act={act} words="看更早的" />
          </>
        )}
      </Loaded>
      <View className={styles.act}>
        <Button kind="line" icon="shield-check" onTap={() => open(pages.verify)}>
          核对一张公示表
        </Button>
      </View>
    </Page>
  );
}
