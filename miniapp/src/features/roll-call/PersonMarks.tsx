import { View } from '@tarojs/components';
import { attendanceStatusNames, attended, markWayNames, rollStatuses, type RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { Button } from '@/components/Button';
import { dayOf, timeOf } from '@/components/dates';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import styles from './RollCall.module.scss';
import type { RollPerson, SeenMark } from './roll-people';

interface PersonMarksProps {
  person: RollPerson;
  onMark: (memberId: string, status: RollStatus) => void;
  onClose: () => void;
}

const all = rollStatuses.map((value) => ({ value, name: attendanceStatusNames[value] }));
const ofGuests = all.filter(({ value }) => attended(value));

/** Behind a name: early leaving too, who marked what and when, and taking a mark back. */
export function PersonMarks({ person, onMark, onClose }: PersonMarksProps) {
  const { memberId, name, guest, status, differs, standing } = person;
  const options = guest ? ofGuests : all;
  const chosen = options.filter(({ value }) => value === status && !differs).map(({ value }) => value);
  const shown = standing.filter((mark) => mark.status !== null);
  const choose = (wanted: RollStatus) => {
    onMark(memberId, wanted);
    onClose();
  };
  return (
    <Sheet title={name} onClose={onClose}>
      {differs && <Words as="minor">两边点的不一样，选一个作准：</Words>}
      <View className={styles.marks}>
        <Picks label={`${name}怎么记`} options={options} chosen={chosen} onPick={choose} />
      </View>
      <View className={styles.marks}>{shown.length === 0 ? <Words as="note">还没有人点过</Words> : shown.map((mark) => <Words key={mark.id} as="note">{markText(mark)}</Words>)}</View>
      {chosen[0] && (
        <View className={styles.act}>
          <Button kind="plain" onTap={() => choose(chosen[0] as RollStatus)}>
            不算这一条，改成没点
          </Button>
        </View>
      )}
    </Sheet>
  );
}

/** 迟到，组长点名，罗世全，11月12日 19:36 */
export function markText({ status, way, by, own, capturedAt }: SeenMark): string {
  const words = status ? attendanceStatusNames[status] : '没点';
  return [words, markWayNames[way], own ? '这部手机' : by, `${dayOf(capturedAt)} ${timeOf(capturedAt)}`].filter(Boolean).join('，');
}
