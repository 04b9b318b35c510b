import { View } from '@tarojs/components';
import { sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Phrases } from '@/components/Phrases';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { SpeakField } from '../check-ins/SpeakField';
import { countsOf, countsText, type RollPerson, wasThere } from '../roll-call/roll-people';
import { type CloseOutDraft, coveredOf, hourChoices, isComplete } from './close-out';
import styles from './CloseOut.module.scss';
import { CloseOutMore } from './CloseOutMore';
import { CloseOutStep } from './CloseOutStep';
import { pages, type SessionDetail, spanText, titleWithKind } from './sessions';

export interface CloseOutProps {
  session: SessionDetail;
  people: readonly RollPerson[];
  draft: CloseOutDraft;
  put: (part: Partial<CloseOutDraft>) => void;
}

/** A session closed out in a minute: three facts that stand there already, one line to say or write. */
export function CloseOut(props: CloseOutProps) {
  const { session, people, draft } = props;
  const elder = useAppearance((appearance) => appearance.elder);
  const called = people.some(({ status }) => status !== null);
  const still = !called ? '先点名' : isComplete(draft) ? '可以存档了' : '还差一句';
  return (
    <>
      <Words as="page" className={styles.title}>
        <Phrases text={titleWithKind(session)} />
      </Words>
      <Words as="minor">
        {dateInChinese(session.date)} {spanText(session, elder)}，{called ? '已填好三项，' : ''}
        {still}
      </Words>
      <View className={styles.steps}>
        <CloseOutStep number={1} name="到场" done={called} act={{ name: called ? '改' : '点名', onTap: () => open(pages.rollCall, { id: session.id, then: 'back' }) }}>
          <Words as="minor">{called ? countsText(countsOf(people)) : '还没有点名。点了名，学时才记得上'}</Words>
        </CloseOutStep>
        <Covered {...props} />
        <Hours {...props} />
        <Said {...props} />
        <CloseOutMore {...props} />
      </View>
      <View className={styles.room} />
    </>
  );
}

function Covered({ session, draft, put }: CloseOutProps) {
  const [open, setOpen] = useState(false);
  const words = draft.covered ?? coveredOf(session);
  return (
    <CloseOutStep number={2} name="讲了什么" done={words.trim() !== ''} act={{ name: open ? '好了' : '改', onTap: () => setOpen(!open) }}>
      {open ? <Field bare spoken lines label="讲了什么" value={words} onChange={(covered) => put({ covered })} longest={300} /> : <Words as="minor">{words || '没有写'}</Words>}
    </CloseOutStep>
  );
}

function Hours({ session, draft, put }: CloseOutProps) {
  const [open, setOpen] = useState(false);
  const now = draft.hours ?? session.hours;
  const choose = (value: string) => {
    put({ hours: value });
    setOpen(false);
  };
  return (
    <CloseOutStep number={3} name="学时" done act={{ name: open ? '好了' : '改', onTap: () => setOpen(!open) }}>
      {open ? <Picks label="每人几个学时" options={hourChoices} chosen={[now]} onPick={choose} /> : <Words as="minor">{`每人${now}学时，记在${sessionKindNames[session.kind]}`}</Words>}
    </CloseOutStep>
  );
}

const fewNames = 6;

function Said({ people, draft, put }: CloseOutProps) {
  const [all, setAll] = useState(false);
  const there = people.filter(wasThere);
  const options = there.filter(({ memberId }, at) => all || at < fewNames || draft.spoke.includes(memberId)).map(({ memberId, name }) => ({ value: memberId, name }));
  const toggle = (memberId: string) => put({ spoke: draft.spoke.includes(memberId) ? draft.spoke.filter((one) => one !== memberId) : [...draft.spoke, memberId] });
  const spoken = draft.kind === 'voice';
  return (
    <CloseOutStep number={4} name="谁发了言，记一句" done={isComplete(draft)}>
      {there.length > 0 && (
        <View className={styles.gap}>
          <Picks many label="谁发了言" options={options} chosen={draft.spoke} onPick={toggle} {...(!all && there.length > options.length ? { all: { name: '全部', onTap: () => setAll(true) } } : {})} />
        </View>
      )}
      {spoken ? <SpeakField voice={draft.voice} onChange={(voice) => put({ voice })} /> : <Field bare label="记一句" value={draft.text} onChange={(text) => put({ text })} longest={500} placeholder="说一句或写一句" />}
      <View className={styles.mic}>
        <Button kind="text" size="small" icon={spoken ? 'pen-line' : 'mic'} onTap={() => put({ kind: spoken ? 'text' : 'voice' })}>
          {spoken ? '改成写' : '说一句'}
        </Button>
      </View>
    </CloseOutStep>
  );
}
