import { useState } from 'react';
import { Button } from '@/components/Button';
import { FootLine } from '@/components/FootLine';
import { useAct } from '@/platform/act';
import { useAppearance } from '@/platform/appearance';
import { CallFailure } from '@/platform/failure';
import { ask, say } from '@/platform/navigation';
import { keepMarks } from './RollCall';
import { countsOf, type RollPerson } from './roll-people';
import { sendMarks } from './send-marks';

/** 还有N人没点, N人都算到 with a way back, and the end of the roll; not marked stays not marked. */
export function RollFoot({ sessionId, people, onDone }: { sessionId: string; people: readonly RollPerson[]; onDone: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { busy, run } = useAct();
  const [together, setTogether] = useState<readonly string[]>([]);
  const { expected, unmarked, differing } = countsOf(people);
  const all = () => {
    const left = people.filter(({ status, guest }) => status === null && !guest);
    keepMarks(sessionId, left.map(({ memberId, standing }) => ({ memberId, status: 'present', over: standing.map(({ id }) => id) })));
    setTogether(left.map(({ memberId }) => memberId));
  };
  const takeBack = () => {
    const back = people.filter(({ memberId, status }) => status === 'present' && together.includes(memberId));
    keepMarks(sessionId, back.map(({ memberId, standing }) => ({ memberId, status: null, over: standing.map(({ id }) => id) })));
    setTogether([]);
  };
  const done = () =>
    run(async () => {
      const still = differing > 0 ? `${differing}人两边点的不一样，现在按后收到的算。` : unmarked > 0 ? `还有${unmarked}人没点，没点的不算到也不算缺，以后还可以补。` : '';
      if (still && !(await ask({ title: '就这样完成？', text: still, yes: '完成', no: '接着点' }))) return;
      await sendMarks(sessionId).catch(whenBack);
      onDone();
    });
  return (
    <>
      <FootLine words={`${elder ? '' : `应到${expected}人，`}${unmarked > 0 ? `还有${unmarked}人没点` : '都点到了'}`}>
        <Button kind="text" size="small" onTap={unmarked > 0 ? all : takeBack} disabled={unmarked === 0 && together.length === 0}>
          {unmarked > 0 ? `${unmarked}人都算到` : together.length > 0 ? '撤回都算到' : '点完了'}
        </Button>
      </FootLine>
      <Button busy={busy} onTap={done}>
        完成点名
      </Button>
    </>
  );
}

/** Without a network the marks stay on the phone and go up later. */
function whenBack(error: unknown): void {
  if (!(error instanceof CallFailure)) throw error;
  say('已存在本机，联网后自动上传');
}
