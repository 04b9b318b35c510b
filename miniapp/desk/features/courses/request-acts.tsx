import { moveRequest } from '@weidangxiao/shared/rules/course.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import type { CourseRequest } from './course-words.ts';
import { PlannedDialog } from './planned-dialog.tsx';

/** Becomes a session, new or planned already, or is answered with why it does not. */
export function RequestActs({ request, onChanged }: { request: CourseRequest; onChanged: () => void }) {
  const { id, title, group, state, joined } = request;
  const closes = useMay('courses.write');
  const [doing, setDoing] = useState<'close' | 'link' | null>(null);
  const act = useAct();
  const done = (words: string): void => {
    setDoing(null);
    say(words);
    onChanged();
  };
  const close = async (note: string): Promise<void> => {
    if (await act.run(() => call('closeCourseRequest', { params: { id }, body: { note } }))) done('回了，点课的人都会收到');
  };
  const more = [
    ...(moveRequest(state, 'plan') ? [{ label: '放进已排的活动', onPick: () => setDoing('link') }] : []),
    ...(closes && moveRequest(state, 'close') ? [{ label: '这次不开，说明原因', onPick: () => setDoing('close') }] : []),
  ];
  return (
    <span className="row">
      {state === 'open' ? <Button small kind="text" aria-label={`把“${title}”排成活动`} onClick={() => go(`/sessions/new?request=${id}&title=${encodeURIComponent(title)}${group ? `&group=${group.id}` : ''}`)}>排成活动</Button> : null}
      {more.length > 0 ? <Menu label="更多" name={`“${title}”还能怎么办`} align="right" items={more} /> : null}
      {doing === 'close' ? <ReasonDialog title="这次不开" text={`点了“${title}”的${joined}人会看到这句话。`} label="为什么不开，或者可以怎么学" yes="回给大家" max={200} busy={act.busy} failure={act.failure} onClose={() => setDoing(null)} onDone={(note) => void close(note)} /> : null}
      {doing === 'link' ? <PlannedDialog request={request} onClose={() => setDoing(null)} onDone={() => done('放进去了，点课的人都会知道')} /> : null}
    </span>
  );
}
