import { View } from '@tarojs/components';
import { attendanceStatusNames, type RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { timeOf } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { NoteBar } from '@/components/NoteBar';
import { Button } from '@/components/Button';
import { sentenceOf } from '@/platform/failure';
import { tapLightly } from '@/platform/haptics';
import { say } from '@/platform/navigation';
import { useNetwork } from '@/platform/network';
import { OutboxFull } from '@/platform/outbox';
import { addMarks, forgetRefused, type NewMark, type OwnMark } from './marks';
import { type Guest, GuestSheet } from './GuestSheet';
import { PersonMarks } from './PersonMarks';
import styles from './RollCall.module.scss';
import { RollHead } from './RollHead';
import { RollRow } from './RollRow';
import { countsOf, type RollPerson, tapped } from './roll-people';
import { sendSoon } from './send-marks';

interface RollCallProps {
  sessionId: string;
  /** 夜校：冬油菜田间管理，11月12日 */
  what: string;
  people: readonly RollPerson[];
  /** Marks of this phone that are not yet with the server, and those that it did not take. */
  waiting: number;
  refused: readonly OwnMark[];
  leaders: ReadonlySet<string>;
  over: (sheet: ReactNode) => void;
}

/** The roll: a large row for everybody, marked with one tap, with or without a network. */
export function RollCall({ sessionId, what, people, waiting, refused, leaders, over }: RollCallProps) {
  const latest = useRef(people);
  latest.current = people;
  const onMark = useCallback((memberId: string, wanted: RollStatus) => {
    const person = latest.current.find((one) => one.memberId === memberId);
    if (person) keepMarks(sessionId, [{ memberId, ...tapped(person, wanted) }]);
  }, [sessionId]);
  const onMore = useCallback((memberId: string) => {
    const person = latest.current.find((one) => one.memberId === memberId);
    if (person) over(<PersonMarks person={person} onMark={onMark} onClose={() => over(null)} />);
  }, [onMark, over]);
  const counts = useMemo(() => countsOf(people), [people]);
  return (
    <>
      <RollHead what={what} counts={counts}>
        <Kept waiting={waiting} />
        <Refused sessionId={sessionId} refused={refused} />
      </RollHead>
      {people.length === 0 && <EmptyState icon="users" title="本场还没有名单" text="这个组当天没有应到的人。请镇管理员核对名册。" />}
      {people.map((person) => (
        <RollRow key={person.memberId} guest={person.guest} memberId={person.memberId} name={person.name} note={noteOf(person, leaders)} status={person.status} said={saidBy(person)} twoMarks={twoMarksOf(person)} onMark={onMark} onMore={onMore} />
      ))}
      <AddGuest sessionId={sessionId} over={over} />
      <View className={styles.room} />
    </>
  );
}

/** Who came without being expected is there, or late: never absent. */
function AddGuest({ sessionId, over }: Pick<RollCallProps, 'sessionId' | 'over'>) {
  const close = () => over(null);
  const add = ({ memberId, name }: Guest) => {
    keepMarks(sessionId, [{ memberId, status: 'present', over: [], guest: name }]);
    close();
  };
  return (
    <View className={styles.guests}>
      <Button kind="text" size="small" icon="plus" onTap={() => over(<GuestSheet sessionId={sessionId} onChoose={add} onClose={close} />)}>
        名单外来的人
      </Button>
    </View>
  );
}

/** What was tapped is on the phone first; a phone that has no room says so and shows nothing that it does not have. */
export function keepMarks(sessionId: string, marks: readonly NewMark[]): void {
  try {
    addMarks(sessionId, marks);
    tapLightly();
    sendSoon();
  } catch (error) {
    say(error instanceof OutboxFull ? error.message : sentenceOf(error));
  }
}

function Kept({ waiting }: { waiting: number }) {
  const online = useNetwork((network) => network.online);
  if (online) return null;
  return (
    <NoteBar tone="amber" icon="cloud-off">
      {waiting > 0 ? '没有网络，点名已存在本机' : '没有网络，照样可以点名'}
    </NoteBar>
  );
}

function Refused({ sessionId, refused }: { sessionId: string; refused: readonly OwnMark[] }) {
  const [first] = refused;
  if (!first?.refused) return null;
  return (
    <NoteBar tone="amber" icon="triangle-alert">
      <View>
        {refused.length}条没有收下：{first.refused.message}
      </View>
      <Button kind="text" size="small" onTap={() => forgetRefused(sessionId)}>
        知道了
      </Button>
    </NoteBar>
  );
}

function noteOf({ memberId, paper, guest, status }: RollPerson, leaders: ReadonlySet<string>): string {
  if (status === 'exempt' || status === 'made_up') return attendanceStatusNames[status];
  if (guest) return '旁听';
  return leaders.has(memberId) ? '组长' : paper ? '用纸签到' : '';
}

function saidBy({ differs, standing }: RollPerson): string {
  return differs ? [...new Set(standing.map(({ status }) => status ?? 'none'))].join(',') : '';
}

/** 罗世全19:31点了到，陈素芬19:33点了迟到，点一个作准 */
function twoMarksOf({ differs, standing }: RollPerson): string {
  if (!differs) return '';
  const all = standing.map(({ own, by, capturedAt, status }) => `${own ? '这部手机' : (by ?? '')}${timeOf(capturedAt)}${status ? `点了${attendanceStatusNames[status]}` : '点了又去掉'}`);
  return `${all.join('，')}。再点一个作准`;
}

