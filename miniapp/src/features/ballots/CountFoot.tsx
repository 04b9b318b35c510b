import { tallyTyped, totalsInChinese } from '@weidangxiao/shared/rules/paper-entry.ts';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { FootLine } from '@/components/FootLine';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { call } from '@/platform/request';
import type { Typed } from './PaperCount';
import type { PaperBox } from './paper-box';

const said = { first: '记下了，请另一个人也录', differs: '和另一个人录得不一样', added: '一样，已经计入' } as const;

/** How the totals stand while one types, and the sending of them. */
export function CountFoot({ box: { people }, params, typed, onEntered }: { box: PaperBox; params: { month: string; id: string }; typed: Typed; onEntered: () => void }) {
  const { busy, fault, run } = useAct();
  const tally = tallyTyped(typed.ballots, people.map(({ memberId }) => memberId), typed.lines);
  const enter = () =>
    run(async () => {
      const { state } = await call('enterPaperTally', { params, body: { ballots: tally.ballots, counts: { ...tally.counts } } });
      say(said[state]);
      onEntered();
    });
  return (
    <>
      <Fault>{fault}</Fault>
      <FootLine words={totalsInChinese(tally).short} />
      <Button busy={busy} disabled={tally.ballots === 0} onTap={enter}>
        录好了
      </Button>
    </>
  );
}
