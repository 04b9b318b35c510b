import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LeaveDecision, MakeUpDecision } from '@/features/leaves/Decisions';
import { ofOthers, useMe, useWaitingLeaves, useWaitingMakeUps } from '@/features/leaves/decisions';
import { More } from '@/features/me/More';

/** 请假和补学: what waits for the leader's word, in one tap each. */
export default function LeaveDecisionsPage() {
  const me = useMe();
  const leaves = useWaitingLeaves();
  const makeUps = useWaitingMakeUps();
  const asked = ofOthers(leaves.items, me);
  const madeUp = ofOthers(makeUps.items, me);
  return (
    <Page title="请假和补学" storedAt={leaves.first.at}>
      <Loaded stored={leaves.first} what="请假">
        {() => (
          <>
            {asked.length + madeUp.length === 0 && <EmptyState icon="circle-check" title="没有等你定的" text="有人请假、补学，会在消息里告诉你。" />}
            {asked.map((leave) => (
              <LeaveDecision key={leave.id} leave={leave} onDecided={leaves.first.reload} />
            ))}
            {madeUp.map((makeUp) => (
              <MakeUpDecision key={makeUp.id} makeUp={makeUp} onDecided={makeUps.first.reload} />
            ))}
            <More more={leaves.more} act={leaves.act} words="看更早的假" />
            <More more={makeUps.more} act={makeUps.act} words="看更早的补学" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
