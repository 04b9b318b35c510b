import { View } from '@tarojs/components';
import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { accessible } from '@/components/accessible';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { dayOf, timeOf } from '@/components/dates';
import { Grain } from '@/components/Grain';
import { NoteBar } from '@/components/NoteBar';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { fetchFile } from '@/platform/files';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { useStored } from '@/platform/stored';
import { useReadings } from '../lessons/readings';
import { pages, type Theme } from '../week/week';
import styles from './Done.module.scss';
import type { CheckIn } from './own-check-in';
import { VoiceNote } from './VoiceNote';

const grainAfterMs = 80;

export function doneTitle({ state }: CheckIn): string {
  if (state === 'late') return '晚了，交给组长看';
  return state === 'refused' ? '组长没有收这一条' : '这一周，打过卡了';
}

/** A grain for each lesson, gold where it was read. `fresh`: they fill one after another, this once. */
export function Grains({ theme, fresh }: { theme: Theme; fresh: boolean }) {
  const readings = useReadings(({ of }) => of);
  const read = theme.lessons.filter(({ id }) => readings[id]?.done).length;
  return (
    <View className={classes(styles.grains, fresh && styles.fresh)} {...accessible({ role: 'img', label: `${theme.lessons.length}课里学了${read}课` })}>
      {theme.lessons.map(({ id }, place) => (
        <View key={id} className={styles.place}>
          <Grain filled={false} />
          {place < read && (
            <View className={styles.fill} style={`animation-delay:${(place + 1) * grainAfterMs}ms`}>
              <Grain filled />
            </View>
          )}
        </View>
      ))}
    </View>
  );
}

interface DoneProps {
  checkIn: CheckIn;
  /** Another line came too late: it was recorded from another phone, or on paper. */
  leftOver: string | null;
  theme: Theme;
  onClose: () => void;
}

/** What stands in the record, with both its times and what it brought. It is a record: it is not changed. */
export function Done({ checkIn, leftOver, theme, onClose }: DoneProps) {
  return (
    <>
      {leftOver && <NoteBar>{leftOver}</NoteBar>}
      <Words as="minor" className={styles.words}>{explain(checkIn, theme, useReadings(({ of }) => of))}</Words>
      <View className={styles.line}>
        {checkIn.text && <View>{checkIn.text}</View>}
        {checkIn.voice && <Voice {...checkIn.voice} />}
        {checkIn.kind === 'paper' && !checkIn.text && <View>写在纸上的一句，组长看过了</View>}
        <Words as="note" className={styles.times}>
          {timesOf(checkIn)}
        </Words>
      </View>
      {checkIn.state === 'counts' && <SelfStudy checkIn={checkIn} />}
      <View className={styles.act}>
        <Button onTap={onClose}>好</Button>
      </View>
    </>
  );
}

function Voice({ fileId, seconds }: { fileId: string; seconds: number }) {
  return <VoiceNote track={fileId} seconds={seconds} find={() => fetchFile(fileId)} />;
}

/** What the month has for self-study so far, from the receipt that gives every reason. */
function SelfStudy({ checkIn: { id, monday } }: { checkIn: CheckIn }) {
  const month = monthOf(monday);
  const { value } = useStored(`receipt/${month}/after/${id}`, () => call('getMyReceipt', { params: { month } }));
  const line = value?.lines.find(({ dimension }) => dimension === 'selfStudy');
  if (!line?.offered) return null;
  return (
    <View className={styles.rows}>
      <Row title={`个人自学，这个月已记${Number(line.earned)}分`} note={line.formula} end="明细" onTap={() => open(pages.receipt, { month })} />
    </View>
  );
}

function explain({ state, decision }: CheckIn, theme: Theme, readings: Readonly<Record<string, { done: boolean }>>): string {
  if (state === 'late') return '这一周的打卡时间已经过了。写的都收到了，组长看过同意，就照样算数。';
  if (state === 'refused') return decision?.reason ? `组长说：${decision.reason}。有话可以找组长问。` : '有话可以找组长问。';
  const place = theme.lessons.findIndex(({ id }) => !readings[id]?.done);
  return place < 0 ? '收获收下了，这一周的课也都学了。' : `收获收下了。第${place + 1}课什么时候看都行。`;
}

/** Both times are kept; the second is said only where it differs. */
export function timesOf({ capturedAt, receivedAt, enteredBy }: CheckIn): string {
  const written = `${dayOf(capturedAt)} ${timeOf(capturedAt)}`;
  if (enteredBy) return `${written}，${enteredBy.name}代记`;
  if (receivedAt - capturedAt < 120_000) return written;
  const received = dayOf(receivedAt) === dayOf(capturedAt) ? timeOf(receivedAt) : `${dayOf(receivedAt)} ${timeOf(receivedAt)}`;
  return `${written}写下，${received}收到`;
}
