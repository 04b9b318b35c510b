import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Box, boxPlace } from './vote-words.ts';
import css from './votes.module.css';

type Handed = Answer<'handPaperBallots'>;

/** To whom paper goes. Whoever has it has voted with it; whoever has voted on the phone is named and gets none. */
export function HandOut({ box: { people, holders }, params, onHanded }: { box: Box; params: { month: string; id: string }; onHanded: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handed, setHanded] = useState<Handed | null>(null);
  const act = useAct();
  const others = people.filter(({ memberId }) => !holders?.includes(memberId));
  const choose = (memberId: string, on: boolean): void => {
    setHanded(null);
    setChosen(new Set(on ? [...chosen, memberId] : [...chosen].filter((one) => one !== memberId)));
  };
  const hand = (): Promise<boolean> =>
    act.run(async () => {
      setHanded(await call('handPaperBallots', { params, body: { memberIds: [...chosen] } }));
      setChosen(new Set());
      onHanded();
    });
  return (
    <Section title="发给谁" acts={<><a className="link" href={`${boxPlace(params.month, params.id)}/paper`}>印互评票</a><Button kind="primary" busy={act.busy} disabled={chosen.size === 0} onClick={() => void hand()}>{chosen.size > 0 ? `发出${chosen.size}张` : '发出'}</Button></>}>
      <p className="minor">领了票的人，手机上就不能再投。用手机还是用纸，各人自己选，算得一样。</p>
      <FailureNote failure={act.failure} />
      {handed ? <Note tone={handed.already.length > 0 ? 'amber' : 'green'} role="status">{handedWords(handed)}</Note> : null}
      <ul className={css.people} aria-label="发给谁">
        {others.map(({ memberId, name, paper }) => (
          <li key={memberId}><Check label={paper ? <>{name}<span className="note-size minor">，看纸质学习单</span></> : name} checked={chosen.has(memberId)} onChange={(on) => choose(memberId, on)} /></li>
        ))}
      </ul>
    </Section>
  );
}

function handedWords({ handed, already }: Handed): string {
  const words = handed > 0 ? `发出${handed}张。` : '';
  return already.length > 0 ? `${words}${already.map(({ name }) => name).join('、')}已经投过，或已经领过，没有发。` : words;
}
