import { isoWeek } from '@weidangxiao/shared/rules/week.ts';
import { sessionFormatNames, sessionKindNames, sessionStateNames } from '@weidangxiao/shared/rules/study-session.ts';
import { Chip } from '../../components/chip.tsx';
import { type Fact, Facts } from '../../components/facts.tsx';
import { Section } from '../../components/section.tsx';
import { Note } from '../../components/states.tsx';
import { dateWithYear, now, whenInChinese } from '../../platform/clock.ts';
import { FeedbackCounts } from '../teachers/feedback-counts.tsx';
import { useTeacherName } from '../teachers/use-teachers.ts';
import { useVenueName } from '../venues/use-venues.ts';
import { ActionLine } from './action-line.tsx';
import { SessionChanges } from './session-changes.tsx';
import { SessionRecord } from './session-record.tsx';
import css from './sessions.module.css';
import { isOverdue, named, type SessionDetail, stateTones, timesOf, whoOf } from './session-words.ts';

/** What earlier sessions left behind; more of it is on a page of its own. */
const mostCarried = 3;

/** Everything about a session but its roll. */
export function SessionSide({ session }: { session: SessionDetail }) {
  const { state, cancelled, carried, changes } = session;
  return (
    <section className={css.facts} aria-label="这一场的情况">
      <div className="row wrap">
        <Chip tone={isOverdue(session, now()) ? 'amber' : stateTones[state]}>{isOverdue(session, now()) ? '开过了，等收尾' : sessionStateNames[state]}</Chip>
        {session.number ? <Chip tone="gold">全镇第{session.number}期</Chip> : null}
        {session.seriesId ? <Chip>每周一次的</Chip> : null}
      </div>
      {cancelled ? <Note tone="amber">{cancelled.by.name}取消了：{cancelled.reason}（{whenInChinese(cancelled.at)}）</Note> : null}
      <Plan session={session} />
      {carried.length > 0 && state !== 'closed' ? (
        <Section title="上次留下的事">
          <ul>{carried.slice(0, mostCarried).map((action) => <ActionLine key={action.id} action={action} />)}</ul>
          {carried.length > mostCarried ? <p><a className="link" href="#/session-actions">另外{carried.length - mostCarried}件</a></p> : null}
        </Section>
      ) : null}
      <SessionRecord session={session} />
      {state === 'closed' ? <FeedbackCounts sessionId={session.id} groupId={session.group?.id ?? null} /> : null}
      <SessionChanges changes={changes} />
    </section>
  );
}

function Plan({ session }: { session: SessionDetail }) {
  const { kind, format, monday, agenda, place, teacher, hours, expectedCount, groupNumbers, expected, createdBy, opened, closed } = session;
  const venue = useVenueName(place.venueId);
  const taughtBy = useTeacherName(teacher.teacherId);
  const nameOf = (groupId: string): string => expected.groups.find(({ id }) => id === groupId)?.name ?? '小组';
  const facts: Fact[] = [
    ['类型', `${sessionKindNames[kind]}，${sessionFormatNames[format]}`],
    ['时间', `${dateWithYear(session.date)}${timesOf(session)}`],
    ['地点', named(venue, place.text) || '没定'],
    ['谁来讲', named(taughtBy, teacher.text) || '没定'],
    ['谁参加', `${whoOf(session)}，应到${expectedCount}人`],
    ...(monday ? [['学哪周', <a key="monday" className="link" href={`#/themes/${monday}`}>第{isoWeek(monday).week}周主题</a>] as const] : []),
    ...(agenda ? [['安排', agenda] as const] : []),
    ['学时', `${hours}${closed ? '' : '（收尾时定）'}`],
    ...(groupNumbers.length > 0 ? [['小组期数', groupNumbers.map(({ groupId, number }) => `${nameOf(groupId)}第${number}期`).join('、')] as const] : []),
    ['排的人', createdBy.name],
    ...(opened ? [['开始', `${opened.by.name}，${whenInChinese(opened.at)}`] as const] : []),
    ...(closed ? [['收尾', `${closed.by.name}，${whenInChinese(closed.at)}`] as const] : []),
  ];
  return <Facts facts={facts} />;
}
