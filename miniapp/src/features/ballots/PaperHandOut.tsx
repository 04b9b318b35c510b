import { View } from '@tarojs/components';
import { fewPaperWarning } from '@weidangxiao/shared/rules/paper-entry.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { NoteBar } from '@/components/NoteBar';
import { Picks } from '@/components/Picks';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ask, say } from '@/platform/navigation';
import { call } from '@/platform/request';
import styles from './Paper.module.scss';
import type { BoxPerson, PaperBox } from './paper-box';

interface PaperHandOutProps {
  box: PaperBox;
  params: { month: string; id: string };
  chosen: readonly string[];
  onChoose: (memberId: string) => void;
  onChanged: () => void;
}

/** Who has paper, and who is to get some. */
export function PaperHandOut({ box: { people, holders, handed }, params, chosen, onChoose, onChanged }: PaperHandOutProps) {
  const few = fewPaperWarning(handed);
  const others = people.filter(({ memberId }) => !holders?.includes(memberId));
  return (
    <>
      <NoteBar tone="blue" icon="shield-check">
        不记名。领了票，就算投过，手机上不能再投。不想用手机的、手机不会用的，都可以领，算得一样。
      </NoteBar>
      {few && (
        <NoteBar tone="amber" icon="triangle-alert">
          {few}
        </NoteBar>
      )}
      <Held people={people.filter(({ memberId }) => holders?.includes(memberId))} params={params} onBack={onChanged} />
      <View className={styles.part}>
        <Words as="title">发给谁</Words>
        <View className={styles.picks}>
          <Picks many label="发给谁" options={others.map(({ memberId: value, name }) => ({ value, name }))} chosen={chosen} onPick={onChoose} />
        </View>
      </View>
    </>
  );
}

function Held({ people, params, onBack }: { people: readonly BoxPerson[]; params: PaperHandOutProps['params']; onBack: () => void }) {
  const { busy, fault, run } = useAct();
  if (people.length === 0) return null;
  const takeBack = ({ memberId, name }: BoxPerson) =>
    run(async () => {
      if (!(await ask({ title: `收回${name}的票`, text: '收回以后，这一张不算，本人可以用手机投，或再领一张。', yes: '收回' }))) return;
      await call('takeBackPaperBallot', { params, body: { memberId } });
      say('收回了');
      onBack();
    });
  return (
    <View className={styles.part}>
      <Words as="title">{`发出${people.length}张`}</Words>
      <Card rows>
        {people.map((person) => (
          <Row
            key={person.memberId}
            title={person.name}
            end={
              <Button kind="text" size="small" disabled={busy} onTap={() => takeBack(person)}>
                收回
              </Button>
            }
          />
        ))}
      </Card>
      <Fault>{fault}</Fault>
    </View>
  );
}

interface HandOutFootProps {
  chosen: readonly string[];
  params: PaperHandOutProps['params'];
  onHanded: (already: readonly string[]) => void;
}

/** Hands out to those who are chosen; who has voted already is named and gets none. */
export function HandOutFoot({ chosen, params, onHanded }: HandOutFootProps) {
  const { busy, fault, run } = useAct();
  const hand = () =>
    run(async () => {
      const { handed, already } = await call('handPaperBallots', { params, body: { memberIds: [...chosen] } });
      if (handed > 0) say(`发出${handed}张`);
      onHanded(already.map(({ name }) => name));
    });
  return (
    <>
      <Fault>{fault}</Fault>
      <Button busy={busy} disabled={chosen.length === 0} onTap={hand}>
        {chosen.length > 0 ? `发给这${chosen.length}位` : '先点名字，再发'}
      </Button>
    </>
  );
}
