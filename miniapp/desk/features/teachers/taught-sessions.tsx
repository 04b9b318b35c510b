import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { useMay } from '../../platform/session.ts';
import { FeedbackCounts } from './feedback-counts.tsx';
import type { TeacherDetail } from './use-teachers.ts';

/** What was taught, and what people said of it as counts, when somebody wants to know. */
export function TaughtSessions({ teacher: { taught, sessions } }: { teacher: TeacherDetail }) {
  const [shown, setShown] = useState<string | null>(null);
  // A leader finds it on the pages of their own group's sessions.
  const asks = useMay('session-feedback.read');
  return (
    <Section title={taught > 0 ? `讲过${taught}场` : '讲过的'}>
      {sessions.length === 0 ? <p className="minor">还没有收尾的活动</p> : null}
      <ul>
        {sessions.map(({ sessionId, title, date }) => (
          <li key={sessionId}>
            <div className="row">
              <a className="link grow" href={`#/sessions/${sessionId}`}>{dateWithYear(date)}，{title}</a>
              {asks ? <Button small kind="text" aria-expanded={shown === sessionId} onClick={() => setShown(shown === sessionId ? null : sessionId)}>大家怎么说</Button> : null}
            </div>
            {shown === sessionId ? <FeedbackCounts sessionId={sessionId} groupId={null} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
