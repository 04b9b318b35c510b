import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Grade, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { countOf } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { countsTyped, onlyDigits, tallyTyped, totalsInChinese, type TypedLine, type TypedLines } from '@weidangxiao/shared/rules/paper-entry.ts';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { inputClass, TextField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import type { Box } from './vote-words.ts';
import css from './votes.module.css';

type Person = Box['people'][number];

/** What is typed, and the sending of it. */
function useCount({ people }: Box, params: { month: string; id: string }, onEntered: () => void) {
  const [ballots, setBallots] = useState('');
  const [lines, setLines] = useState<TypedLines>({});
  const [entered, setEntered] = useState<Answer<'enterPaperTally'>['state'] | null>(null);
  const act = useAct();
  const tally = tallyTyped(ballots, people.map(({ memberId }) => memberId), lines);
  useUnsaved(entered === null && (ballots !== '' || Object.keys(lines).length > 0) ? '录的票数还没交' : null);
  const typeBallots = (text: string): void => {
    setEntered(null);
    setBallots(onlyDigits(text));
  };
  const type = (memberId: string, grade: Grade, text: string): void => {
    setEntered(null);
    setLines((before) => ({ ...before, [memberId]: { ...before[memberId], [grade]: onlyDigits(text) } }));
  };
  const enter = (): Promise<boolean> =>
    act.run(async () => {
      const { state } = await call('enterPaperTally', { params, body: { ballots: tally.ballots, counts: { ...tally.counts } } });
      setEntered(state);
      say(saidOf[state]);
      onEntered();
    });
  return { ballots, lines, entered, act, tally, typeBallots, type, enter };
}

/** One person's count of the box. It is compared with another's on the server, and shown to nobody. */
export function CountForm({ box, params, onEntered }: { box: Box; params: { month: string; id: string }; onEntered: () => void }) {
  const { ballots, lines, entered, act, tally, typeBallots, type, enter } = useCount(box, params, onEntered);
  const total = totalsInChinese(tally);
  const differing = new Set(box.differences?.people.map(({ memberId }) => memberId));
  return (
    <Section title="我数的">
      <p className="minor">先数有几张票，再一个人一个人地数圈。各数各的，不要看对方录的。空着的算0。</p>
      <div className={css.ballots}><TextField label={`箱里有几张票（发出${box.handed}张）`} inputMode="numeric" value={ballots} error={blameOn(act.failure, 'ballots')} onChange={(event) => typeBallots(event.target.value)} /></div>
      <table className={css.counts} aria-label="每个人得的票" onKeyDown={nextOnEnter}>
        <thead><tr><th scope="col">姓名</th>{grades.map((grade) => <th scope="col" key={grade}>{gradeNames[grade]}</th>)}<th scope="col">合计</th></tr></thead>
        <tbody>
          {box.people.map((person) => (
            <Line key={person.memberId} person={person} line={lines[person.memberId] ?? {}} ballots={tally.ballots} differs={differing.has(person.memberId)} wrong={blameOn(act.failure, `counts.${person.memberId}`)} onType={type} />
          ))}
        </tbody>
      </table>
      <FailureNote failure={act.failure} placed={['ballots', ...box.people.map(({ memberId }) => `counts.${memberId}`)]} />
      {entered ? <Note tone={entered === 'differs' ? 'amber' : 'green'} role="status">{saidOf[entered]}</Note> : null}
      <div className={css.foot}>
        <span className={`grow ${total.tone === 'plain' ? 'minor' : total.tone}`} role="status">{total.words}</span>
        <Button kind="primary" busy={act.busy} disabled={tally.ballots === 0} onClick={() => void enter()}>录好了</Button>
      </div>
    </Section>
  );
}

const saidOf: Readonly<Record<Answer<'enterPaperTally'>['state'], string>> = {
  first: '记下了。请另一个人也数一遍，用自己的账号录',
  differs: '和另一个人录得不一样，不一样的标出来了',
  added: '两个人录得一样，已经计入',
};

interface LineProps {
  person: Person;
  line: TypedLine;
  ballots: number;
  differs: boolean;
  wrong: string | null;
  onType: (memberId: string, grade: Grade, text: string) => void;
}

function Line({ person: { memberId, name }, line, ballots, differs, wrong, onType }: LineProps) {
  const sum = countOf(countsTyped(line));
  const over = ballots > 0 && sum > ballots;
  return (
    <tr className={differs ? css.differs : ''}>
      <td>
        <span className="medium">{name}</span>
        {differs ? <span className="note-size amber">，两个人不一样</span> : null}
        {wrong ? <p className="note-size amber" role="alert">{wrong}</p> : null}
      </td>
      {grades.map((grade) => (
        <td key={grade}><input className={inputClass} inputMode="numeric" autoComplete="off" aria-label={`${name}，${gradeNames[grade]}`} aria-invalid={wrong || over ? true : undefined} value={line[grade] ?? ''} onChange={(event) => onType(memberId, grade, event.target.value)} /></td>
      ))}
      <td className={`${css.sum} ${over ? 'amber' : 'minor'}`}>{over ? `${sum}，多于${ballots}张` : sum}</td>
    </tr>
  );
}

/** Enter goes on to the next field, as in a ledger; only the button sends. */
function nextOnEnter(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.target as HTMLInputElement) + 1];
  next?.focus();
  next?.select();
}
