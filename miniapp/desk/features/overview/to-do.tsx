import { useMay, useReach } from '../../platform/session.ts';
import { dateWithYear } from '../../platform/clock.ts';
import css from './overview.module.css';
import { Unreached } from './unreached.tsx';
import { mostNotices, useWaitingStore, type Waiting } from './waiting.ts';

interface Task {
  words: string;
  when: string;
  href: string;
}

/** What waits for this person, the nearest first. */
export function ToDo() {
  const waiting = useWaitingStore();
  const writes = useMay('themes.write');
  const sees = useReach('coverage.read') !== null;
  const tasks = tasksOf(waiting, writes);
  return (
    <aside className={css.todo} aria-label="等你处理">
      <h2 className="section-title">等你处理</h2>
      {tasks.length === 0 && waiting.loaded ? <p className="minor">没有要办的事</p> : null}
      <ul>
        {tasks.map(({ words, when, href }) => (
          <li key={href + words}>
            <a href={href}>
              <span>{words}</span>
              <span className="note-size minor">{when}</span>
            </a>
          </li>
        ))}
      </ul>
      {sees ? <Unreached /> : null}
    </aside>
  );
}

function tasksOf({ inReview, nextWeek, reflections, notices, ...attendance }: Waiting, writes: boolean): Task[] {
  const reviews = inReview.map(({ monday, week }) => ({ words: `审第${week}周主题`, when: `${dateWithYear(monday)}发`, href: `#/themes/${monday}` }));
  const plan = writes ? planTask(nextWeek) : [];
  const texts = reflections > 0 ? [{ words: `审${reflections}篇心得`, when: '', href: '#/reflections' }] : [];
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  const news = unread > 0 ? [{ words: `看${unread}条${unread < mostNotices ? '' : '以上'}新通知`, when: '', href: '#/notices' }] : [];
  return [...reviews, ...plan, ...texts, ...attendanceTasks(attendance), ...news];
}

function attendanceTasks({ leaves, makeUps, signIns, courseRequests, complaints, objections, proposals }: Pick<Waiting, 'leaves' | 'makeUps' | 'signIns' | 'courseRequests' | 'complaints' | 'objections' | 'proposals'>): Task[] {
  const tasks: [number, string, string][] = [
    [leaves, `定${leaves}次请假`, '#/leaves'],
    [makeUps, `核实${makeUps}次补学`, '#/make-ups'],
    [signIns, `核对${signIns}次签到`, '#/sign-ins'],
    [proposals, `定${proposals}条加分扣分的提议`, '#/score-entries'],
    [objections, `答复${objections}条异议`, '#/objections'],
    [complaints, `答复${complaints}条投诉建议`, '#/complaints'],
    [courseRequests, `排${courseRequests}门点的课`, '#/course-requests'],
  ];
  return tasks.filter(([count]) => count > 0).map(([, words, href]) => ({ words, when: '', href }));
}

function planTask(next: Waiting['nextWeek']): Task[] {
  if (!next || next.holiday || (next.theme && next.theme.state !== 'draft')) return [];
  const words = next.theme ? `第${next.week}周主题还是草稿，去送审` : `写第${next.week}周主题`;
  return [{ words, when: `${dateWithYear(next.monday)}发`, href: `#/themes/${next.monday}` }];
}
