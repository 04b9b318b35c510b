import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { recently } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { pages } from '@/features/groups/groups';
import { type Draft, useDrafts } from '@/features/reflections/drafts';
import styles from '@/features/reflections/ReflectionList.module.scss';
import { ReflectionList } from '@/features/reflections/ReflectionList';
import { useReflections } from '@/features/reflections/reflections';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 我的心得: what is still on this phone, and the way of what was handed in. */
export default function MyReflectionsPage() {
  const member = useSession(({ caller }) => caller?.member ?? null);
  const mine = useReflections({ mine: 'true' }, member !== null);
  const drafts = useDrafts(({ items }) => items);
  const some = drafts.length > 0 || mine.items.length > 0;
  return (
    <Page title="我的心得" storedAt={mine.first.at} foot={some ? <Button onTap={() => open(pages.compose)}>再写一篇</Button> : undefined}>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      <ReflectionList withState reflections={mine} empty={drafts.length > 0 ? null : <Empty />} />
    </Page>
  );
}

function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  return (
    <View className={styles.drafts}>
      <Words as="title">手机里的草稿</Words>
      <Card rows>
        {drafts.map(({ clientId, serverId, title, text, changedAt, handedIn }) => (
          <Row key={clientId} icon="pen-line" title={title || text.slice(0, 12) || '还没起题目'} note={handedIn ? '已存在本机，联网后自动交上' : `${recently(changedAt, businessNow())}写的，还没交`} onTap={() => open(pages.compose, serverId ? { id: serverId } : { draft: clientId })} />
        ))}
      </Card>
    </View>
  );
}

function Empty() {
  return (
    <EmptyState icon="pen-line" title="还没写过心得" text="写三五句就行，写自己的话，组长帮你收着。">
      <Button onTap={() => open(pages.compose)}>写第一篇</Button>
    </EmptyState>
  );
}
