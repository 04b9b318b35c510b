import { useRouter } from '@tarojs/taro';
import { votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { businessDate, dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { NoPaper } from '@/features/ballots/NoPaper';
import { type PaperBox, usePaperBox } from '@/features/ballots/paper-box';
import { PaperCount, useTyped } from '@/features/ballots/PaperCount';
import { PaperFoot, type PaperWork } from '@/features/ballots/PaperFoot';
import { PaperHandOut } from '@/features/ballots/PaperHandOut';
import { businessNow } from '@/platform/clock';
import { useSession } from '@/platform/session';

/** 纸质票: the leader hands ballots out while the vote lasts, and counts them afterwards as one of two. */
export default function PaperVotesPage() {
  const asked = useRouter().params as { id?: string; month?: string };
  const lead = useSession(({ caller }) => caller?.leads[0]?.id ?? '');
  const params = { month: asked.month ?? votedMonth(businessDate(businessNow())), id: asked.id ?? lead };
  const stored = usePaperBox(params.month, params.id);
  const count = useTyped();
  const choice = useChoice(stored.reload);
  const [early, setEarly] = useState(false);
  const box = stored.value;
  const work = box && workOf(box, early);
  const foot = box && work ? <PaperFoot work={work} box={box} params={params} chosen={choice.chosen} typed={count.typed} onHanded={choice.onHanded} onEntered={stored.reload} /> : undefined;
  return (
    <Page title="纸质票" storedAt={stored.at} foot={foot}>
      {params.id === '' && <EmptyState icon="users" title="你还没有带小组" text="纸质票由组长发，镇管理员也可以在电脑端发。" />}
      <Loaded stored={stored} what="纸质票">
        {(value) => (
          <>
            <Words as="minor">{`${monthInChinese(value.month)}互评，${value.groups.map(({ name }) => name).join('、')}，${dateInChinese(value.voteUntil)}为止`}</Words>
            {choice.already.length > 0 && <NoteBar tone="amber">{`${choice.already.join('、')}已经投过，没有发`}</NoteBar>}
            {work === 'count' && <PaperCount box={value} {...count} />}
            {work === 'hand' && <PaperHandOut box={value} params={params} chosen={choice.chosen} onChoose={choice.onChoose} onChanged={stored.reload} />}
            {work === 'hand' && value.canCount && (
              <Button kind="line" onTap={() => setEarly(true)}>
                人人都投过了，现在就数票
              </Button>
            )}
            {work === null && <NoPaper box={value} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** While ballots can still go out or come back, they are counted only when somebody says so. */
function workOf({ canHand, canCount }: PaperBox, early: boolean): PaperWork {
  if (canCount && (early || !canHand)) return 'count';
  return canHand ? 'hand' : null;
}

/** Who is to get paper, and who of them had voted already. */
function useChoice(reload: () => void) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [already, setAlready] = useState<readonly string[]>([]);
  const onChoose = (memberId: string) => {
    setAlready([]);
    setChosen((before) => (before.includes(memberId) ? before.filter((one) => one !== memberId) : [...before, memberId]));
  };
  const onHanded = (names: readonly string[]) => {
    setAlready(names);
    setChosen([]);
    reload();
  };
  return { chosen, already, onChoose, onHanded };
}
