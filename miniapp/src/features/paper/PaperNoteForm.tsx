import { View } from '@tarojs/components';
import { addDays, businessDate, type BusinessDate, dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { classes } from '@/components/classes';
import { Field } from '@/components/Field';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { businessNow } from '@/platform/clock';
import { CallFailure } from '@/platform/failure';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { say } from '@/platform/navigation';
import { dismiss, send } from '@/platform/outbox';
import styles from './PaperNoteForm.module.scss';

interface PaperNoteFormProps {
  member: { readonly memberId: string; readonly name: string };
  monday: BusinessDate;
  /** 第四十八周 */
  week: string;
  onDone: () => void;
}
interface NoteDraft {
  readonly text: string;
  readonly seenOn: BusinessDate | null;
}

/** What somebody has written on paper or said to the leader; it counts the same as a check-in on a phone. */
export function PaperNoteForm({ member, monday, week, onDone }: PaperNoteFormProps) {
  const [draft, keep] = useKept<NoteDraft>(`paper-note/${member.memberId}/${monday}`, { text: '', seenOn: null });
  const { busy, fault, run } = useAct();
  const days = daysToChoose(monday, businessDate(businessNow()));
  const seenOn = draft.seenOn && days.includes(draft.seenOn) ? draft.seenOn : (days[0] ?? monday);
  const write = async () => {
    await sendNote(member, week, { monday, text: draft.text, seenOn });
    keep(null);
    onDone();
  };
  return (
    <>
      <Words as="minor">在纸上写的、当面说的，都可以记在这里，和手机上打卡一样算数。</Words>
      <Field lines label="写的那一句" value={draft.text} onChange={(text) => keep({ ...draft, text })} placeholder="照着抄下来，不抄也可以" />
      <View className={styles.label}>哪天看到的</View>
      <View className={styles.days}>
        {days.map((day, ago) => (
          <Tap key={day} role="radio" checked={day === seenOn} className={classes(styles.day, day === seenOn && styles.chosen)} onTap={() => keep({ ...draft, seenOn: day })}>
            {nameOf(day, ago)}
          </Tap>
        ))}
      </View>
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} onTap={() => run(write)}>
          记下
        </Button>
      </View>
    </>
  );
}

/** Kept on the phone first. @throws CallFailure with the server's sentence, so that the text stays on the screen */
async function sendNote({ memberId, name }: PaperNoteFormProps['member'], week: string, note: { monday: BusinessDate; text: string; seenOn: BusinessDate }): Promise<void> {
  const clientId = newId();
  const outcome = await send('createPaperNote', { params: { id: memberId }, body: { clientId, ...note } }, { label: `${name}${week}的纸上笔记` });
  if (outcome.state === 'refused') {
    dismiss(clientId);
    throw new CallFailure('refused', 409, outcome.body);
  }
  say(outcome.state === 'waiting' ? '已存在本机，联网后自动上传' : `${name}的记下了`);
}

/** From today back to that Monday, a week of days at most. */
function daysToChoose(monday: BusinessDate, today: BusinessDate): BusinessDate[] {
  return Array.from({ length: 7 }, (_, ago) => addDays(today, -ago)).filter((day) => day >= monday);
}

function nameOf(day: BusinessDate, ago: number): string {
  return ago < 3 ? (['今天', '昨天', '前天'][ago] ?? '') : `${weekdayInChinese(day).replace('星期', '周')} ${dateInChinese(day)}`;
}
