import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Box } from './vote-words.ts';

/** How far the two are: who has entered, and on whom they disagree. What each entered is shown to nobody. */
export function Entered({ box: { handed, enteredBy, differences }, params, onCleared }: { box: Box; params: { month: string; id: string }; onCleared: () => void }) {
  const writes = useMay('votes.write');
  const act = useAct();
  const clear = async (): Promise<void> => {
    const sure = await ask({ title: '清空，两个人都重录', text: '两个人录的数都删掉，换谁来录都可以。票箱里的票不动。', yes: '清空重录' });
    if (!sure || !(await act.run(() => call('clearPaperTallies', { params })))) return;
    say('清空了，请两个人重新录');
    onCleared();
  };
  const names = enteredBy.map(({ name }) => name).join('、');
  return (
    <Section title={`发出${handed}张，两个人各录一遍`} acts={writes && enteredBy.length > 0 ? <Button small busy={act.busy} onClick={() => void clear()}>清空重录</Button> : null}>
      {enteredBy.length === 0 ? <p className="minor">还没有人录。各数各的，录得一样才计入。</p> : null}
      {enteredBy.length === 1 ? <p className="minor">{names}录过了，还要另一个人数一遍，自己录。</p> : null}
      {differences ? <Note tone="amber" role="status">{names}录得不一样：{differWords(differences)}。把这几个人的票再数一遍，谁录错了谁改。</Note> : null}
      <FailureNote failure={act.failure} />
    </Section>
  );
}

function differWords({ ballots, people }: NonNullable<Box['differences']>): string {
  return [...(ballots ? ['箱里的票数'] : []), ...people.map(({ name }) => name)].join('、');
}
