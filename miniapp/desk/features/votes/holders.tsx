import { leastPaper } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { fewPaperWarning } from '@weidangxiao/shared/rules/paper-entry.ts';
import { useState } from 'react';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import type { Box } from './vote-words.ts';
import css from './votes.module.css';

interface Props {
  box: Box;
  params: { month: string; id: string };
  onBack: () => void;
}

/** Who has paper now. Of a few the town is not told, since the town counts them. */
export function Holders({ box: { holders, people, handed }, params, onBack }: Props) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const takeBack = async ({ memberId, name }: { memberId: string; name: string }): Promise<void> => {
    const sure = await ask({ title: `收回${name}的票`, text: '收回以后，这一张不算，本人可以用手机投，或再领一张。', yes: '收回' });
    if (!sure || !(await act.run(() => call('takeBackPaperBallot', { params, body: { memberId } })))) return;
    say(`收回了${name}的票`);
    onBack();
  };
  const few = fewPaperWarning(handed);
  const known = people.filter(({ memberId }) => holders?.includes(memberId));
  return (
    <Section title={handed === 0 ? '还没有发' : `发出${handed}张`} acts={holders === null ? <Button small onClick={() => setAsking(true)}>收回一张…</Button> : null}>
      {few ? <Note tone="amber">{few}。</Note> : null}
      {holders === null ? <p className="minor">不满{leastPaper}张，这里不列是谁领的，因为要由镇里来数。</p> : null}
      {known.length > 0 ? (
        <ul className={css.held} aria-label="领了纸质票的">
          {known.map((person) => (
            <li key={person.memberId}>
              {person.name}
              <Button small kind="text" disabled={act.busy} aria-label={`收回${person.name}的票`} onClick={() => void takeBack(person)}>收回</Button>
            </li>
          ))}
        </ul>
      ) : null}
      <FailureNote failure={act.failure} />
      {asking ? <TakeBackDialog people={people} params={params} onClose={() => setAsking(false)} onDone={() => { setAsking(false); onBack(); }} /> : null}
    </Section>
  );
}
