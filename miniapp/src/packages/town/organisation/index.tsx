import { dayOf } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { LoginFirst } from '@/features/account/LoginFirst';
import { ChartPosts } from '@/features/schools/ChartPosts';
import { useOrganisation } from '@/features/schools/schools';
import { useSession } from '@/platform/session';

/** 组织架构: who does what. */
export default function OrganisationPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const chart = useOrganisation();
  return (
    <Page title="组织架构" storedAt={chart.at}>
      {!loggedIn && <LoginFirst what="组织架构" />}
      <Loaded stored={chart} what="组织架构">
        {({ posts, changed }) => (
          <>
            {posts.length === 0 && <EmptyState icon="users" title="组织架构还没有写" text="镇里在电脑上写好，这里就看得到。" />}
            <ChartPosts posts={posts} parentId={null} />
            {changed && <Words as="note">{`${changed.by.name}${dayOf(changed.at)}改的`}</Words>}
          </>
        )}
      </Loaded>
    </Page>
  );
}
