import { objectionMoves, objectionStateNames, stepOf } from '@weidangxiao/shared/rules/objection.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { useSession } from '../../platform/session.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { currentAnswer, howItCame, mayNotWords, type Objection, signedSoFar, subjectOf, verdictInWords } from './objection-words.ts';
import css from './objections.module.css';
import { SignDialog } from './sign-dialog.tsx';

/** One objection with all that was said about it, and what this person can do next. */
export function ObjectionItem({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const { member, group, state, text, contest, answers, points } = objection;
  const second = stepOf(state) === 2;
  return (
    <li className={css.item} aria-label={`${member.name}对${subjectOf(objection)}的异议`}>
      <p className={css.head}>
        <b className="section-title">{member.name}</b>
        <span className="minor">{group?.name ?? '没有小组'}</span>
        <span>{subjectOf(objection)}</span>
        <span className="grow" />
        {second ? <Chip tone="blue">第二次，复议</Chip> : null}
        <Chip tone={objection.frozen ? 'amber' : 'plain'}>{objectionStateNames[state]}</Chip>
      </p>
      <p className={css.text}>{text}</p>
      <p className="note-size minor">{howItCame(objection)}</p>
      {answers.map((answer) => (
        <div key={answer.step} className={css.answer}>
          {answer.step === 2 && contest ? <p className={css.contest}>不同意第一次答复：{contest}</p> : null}
          <p><b className="medium">{answer.step === 2 ? '复议' : '答复'}：{verdictInWords(answer, answer === currentAnswer(objection) ? points : null)}</b></p>
          <p className={css.said}>{answer.text}</p>
          <p className={`note-size ${answer.on === null ? 'amber' : 'minor'}`}>{signedSoFar(answer)}</p>
        </div>
      ))}
      {second && contest && !answers.some(({ step }) => step === 2) ? <p className={css.answer}>不同意第一次答复：{contest}</p> : null}
      <Acts objection={objection} onDone={onDone} />
    </li>
  );
}

function Acts({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const [doing, setDoing] = useState<'answer' | 'sign' | null>(null);
  const me = useSession(({ caller }) => caller?.member?.id ?? '');
  const { state, mayNot } = objection;
  if (!objectionMoves[state].propose) return null;
  if (mayNot) return <p className="note-size minor">{mayNotWords[mayNot]}</p>;
  const written = currentAnswer(objection);
  const signed = written?.signedBy.some(({ memberId }) => memberId === me) ?? false;
  const close = (): void => setDoing(null);
  const done = (): void => {
    close();
    onDone();
  };
  return (
    <div className="row">
      <span className="grow note-size minor">{signed ? '你签过了，等别的同志签' : '要三位同志签，提的人、代记的人、做记录的人都不能签'}</span>
      <Button small onClick={() => setDoing('answer')}>{written ? '改写答复' : '写答复'}</Button>
      {written && !signed ? <Button small onClick={() => setDoing('sign')}>看过，签字</Button> : null}
      {doing === 'answer' ? <AnswerDialog objection={objection} onClose={close} onDone={done} /> : null}
      {doing === 'sign' && written ? <SignDialog objection={objection} answer={written} onClose={close} onDone={done} /> : null}
    </div>
  );
}
