import { View } from '@tarojs/components';
import { objectionMoves, objectionWayNames, verdictNames } from '@weidangxiao/shared/rules/objection.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Fault } from '@/components/Fault';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ask } from '@/platform/navigation';
import { call } from '@/platform/request';
import { ContestSheet } from './ContestSheet';
import { type Objection, stateWords } from './objections';
import styles from './objections.module.scss';

interface ObjectionCardProps {
  objection: Objection;
  /** What the line is called. */
  name: string;
  /** Whose it is, where it is not one's own. */
  whose?: string;
  onChanged: () => void;
  over: (sheet: React.ReactNode) => void;
}

/** One objection: its words, where it stands, the answers, and what can be done next. */
export function ObjectionCard({ objection, name, whose, onChanged, over }: ObjectionCardProps) {
  const { text, way, loggedBy, receivedOn, state, frozen, contest, answers } = objection;
  return (
    <Card>
      <View className={styles.line}>
        <Words as="title">{`${whose ?? ''}对“${name}”的异议`}</Words>
        <Chip tone={frozen ? 'amber' : state === 'withdrawn' ? undefined : 'green'}>{stateWords[state]}</Chip>
      </View>
      <Words className={styles.text}>{text}</Words>
      <Words as="note">{`${dateInChinese(receivedOn)}，${objectionWayNames[way]}${loggedBy ? `，${loggedBy.name}代记` : ''}`}</Words>
      {answers.map((answer) => (
        <View key={answer.step} className={styles.answer}>
          {answer.step === 2 && contest && <Words as="minor">{`你说：${contest}`}</Words>}
          <Words as="title">{`${answer.step === 2 ? '复议：' : ''}${verdictNames[answer.verdict]}`}</Words>
          <Words>{answer.text}</Words>
          <Words as="note">{`${answer.signedBy.map((one) => one.name).join('、')}，${answer.on ? dateInChinese(answer.on) : ''}`}</Words>
        </View>
      ))}
      {frozen && contest && answers.length < 2 && <Words as="minor" className={styles.answer}>{`要求复议：${contest}`}</Words>}
      <Acts objection={objection} onChanged={onChanged} over={over} />
    </Card>
  );
}

function Acts({ objection: { id, state, contestUntil }, onChanged, over }: Pick<ObjectionCardProps, 'objection' | 'onChanged' | 'over'>) {
  const { busy, fault, run } = useAct();
  const [asked, setAsked] = useState(false);
  const withdraw = () =>
    run(async () => {
      if (asked) return;
      setAsked(true);
      const sure = await ask({ title: '撤回异议', text: '撤回以后，这一项按公示的算。公示期间还可以再提。', yes: '撤回', no: '不撤' }).finally(() => setAsked(false));
      if (!sure) return;
      await call('withdrawObjection', { params: { id } });
      onChanged();
    });
  const contest = () => over(<ContestSheet id={id} onDone={() => { over(null); onChanged(); }} onClose={() => over(null)} />);
  return (
    <>
      {contestUntil && <Words as="note" className={styles.paper}>{`不同意的，${dateInChinese(contestUntil)}前可以要求三位别的同志复议。`}</Words>}
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        {contestUntil && (
          <Button kind="line" size="small" onTap={contest}>
            要求复议
          </Button>
        )}
        {objectionMoves[state].withdraw && (
          <Button kind="line" size="small" busy={busy} onTap={withdraw}>
            撤回
          </Button>
        )}
      </View>
    </>
  );
}
