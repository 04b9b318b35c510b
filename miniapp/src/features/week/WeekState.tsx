import { NoteBar } from '@/components/NoteBar';
import type { Week } from './week';

/** Why the theme shown is not this Monday's, in a sentence. */
export function WeekState({ week }: { week: Week }) {
  if (week.state === 'waiting') return <NoteBar icon="clock">{week.theme ? '本周主题周一8点到，先看上一周的' : '本周主题周一8点到'}</NoteBar>;
  if (week.state === 'holiday') return <NoteBar icon="calendar-days">{`这个周一放假：${week.holiday ?? '节假日'}。${week.theme ? '可以看看上一周的' : ''}`}</NoteBar>;
  if (week.state === 'missed') return <NoteBar icon="info">这一周的主题没有发出</NoteBar>;
  return null;
}
