import { View } from '@tarojs/components';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { More } from '@/features/me/More';
import { ProposalCard } from '@/features/score-proposals/ProposalCard';
import { ProposalForm } from '@/features/score-proposals/ProposalForm';
import { useMyProposals } from '@/features/score-proposals/score-proposals';
import styles from '@/features/score-proposals/score-proposals.module.scss';
import { useSession } from '@/platform/session';

/** 提议加分扣分: for one's group's people; the committee decides, and its answer stands here. */
export default function PointsPage() {
  const groups = useSession(({ caller }) => caller?.leads ?? []);
  const { first, items, more, act } = useMyProposals();
  if (groups.length === 0) {
    return (
      <Page title="提议加分扣分">
        <EmptyState icon="users" title="这一页给组长看" text="组长可以给本组的同志提议加分或扣分，由委员会定。" />
      </Page>
    );
  }
  return (
    <Page title="提议加分扣分" storedAt={first.at}>
      <Words as="minor">写清楚什么事、凭什么知道。委员会采纳了才记分，本人在得分明细里看得到。</Words>
      <ProposalForm groups={groups} onSent={first.reload} />
      <Loaded stored={first} what="提过的">
        {() => (
          <>
            {items.length > 0 && (
              <View className={styles.head}>
                <Words as="title">提过的</Words>
              </View>
            )}
            {items.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} />
            ))}
            <More more={more} act={act} words="看更早的" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
