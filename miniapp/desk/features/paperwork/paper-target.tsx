import { formDefinition } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { BarSelect, Check } from '../../components/field.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { dateWithYear, today } from '../../platform/clock.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import { MemberPicker } from '../members/member-picker.tsx';
import { timesOf } from '../sessions/session-words.ts';
import { sessionsBetween } from '../sessions/use-sessions.ts';
import type { PaperChoice } from './paper-choice.ts';
import css from './paperwork.module.css';

interface Props {
  choice: PaperChoice;
  onChange: (part: Partial<PaperChoice>) => void;
}

/** Which session, group, person and time the form is about: only what it needs. */
export function PaperTarget({ choice, onChange }: Props) {
  const { subject, period } = formDefinition(choice.form);
  const hasGroup = subject !== 'member' && subject !== 'town' && subject !== 'objection';
  return (
    <>
      {subject === 'session' || period !== 'none' ? <Time choice={choice} onChange={onChange} /> : null}
      {hasGroup ? <GroupChoice choice={choice} onChange={onChange} optional={subject !== 'group'} /> : null}
      {subject === 'session' ? <SessionChoice choice={choice} onChange={onChange} /> : null}
      {subject === 'member' ? <div className={css.person}><MemberPicker label="谁的" value={choice.member} onPick={(member) => onChange({ member })} /></div> : null}
    </>
  );
}

function Time({ choice: { form, month, wholeYear }, onChange }: Props) {
  const { subject, period } = formDefinition(form);
  const byYear = subject !== 'session' && (period === 'year' || (period === 'month or year' && wholeYear));
  const label = `${month.slice(0, 4)}年${byYear ? '' : `${Number(month.slice(5))}月`}`;
  const [back, forth] = byYear ? ['上一年', '下一年'] : ['上个月', '下个月'];
  return (
    <>
      <Stepped label={label} back={back} forth={forth} onStep={(by) => onChange({ month: monthAfter(month, byYear ? by * 12 : by), sessionId: '' })} />
      {period === 'month or year' ? <Check label="整年" checked={wholeYear} onChange={(on) => onChange({ wholeYear: on })} /> : null}
    </>
  );
}

function monthAfter(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function GroupChoice({ choice: { groupId }, onChange, optional }: Props & { optional: boolean }) {
  const { groups } = useGroupsFor('assessment-months.read');
  const choices = [{ value: '', label: optional ? '全部小组' : '选一个小组' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
  return <BarSelect label="小组" value={groupId} choices={choices} onChange={(event) => onChange({ groupId: event.target.value, sessionId: '' })} />;
}

function SessionChoice({ choice: { form, month, groupId, sessionId }, onChange }: Props) {
  const { from, to } = datesOfMonth(month);
  const loaded = useLoaded(`${month} ${groupId}`, () => sessionsBetween(from, to, { groupId, kind: '', state: '' }));
  const { groups, whole } = useGroupsFor('paperwork.sessions');
  const mine = (loaded.data ?? []).filter(({ group }) => whole || groups.some(({ id }) => id === group?.id));
  const fitting = mine.filter(({ state }) => (form === 'session-record' ? state === 'closed' : state !== 'cancelled'));
  const latest = [...fitting].sort((a, b) => b.startsAt - a.startsAt);
  const empty = loaded.data === null ? '正在找活动' : fitting.length === 0 ? '这个月没有活动' : '选一场活动';
  const choices = [{ value: '', label: empty }, ...latest.map((session) => ({ value: session.id, label: `${dateWithYear(session.date)} ${timesOf(session)} ${session.group?.name ?? '全镇'} ${session.title}` }))];
  return <span className={css.sessions}><BarSelect label="活动" value={sessionId} choices={choices} onChange={(event) => onChange({ sessionId: event.target.value })} /></span>;
}

export const thisMonth = (): string => today().slice(0, 7);
