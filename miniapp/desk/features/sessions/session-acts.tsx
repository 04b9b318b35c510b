import { moveSession } from '@weidangxiao/shared/rules/study-session.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { say } from '../../components/toast.tsx';
import { now, today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMayFor } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { CloseOutDialog } from './close-out-dialog.tsx';
import { EndSeriesDialog } from './end-series-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import type { SessionDetail } from './session-words.ts';

type Doing = 'move' | 'cancel' | 'close' | 'series' | null;

interface Props {
  session: SessionDetail;
  onChanged: () => Promise<void>;
  onCorrect: () => void;
}

/** What its state allows; the step that comes next is the red one. */
export function SessionActs({ session, onChanged, onCorrect }: Props) {
  const { id, state, date, startsAt, seriesId, group } = session;
  const writes = useMayFor('study-sessions.write')(group?.id ?? null);
  const reads = useMayFor('attendance.read')(group?.id ?? null);
  const [doing, setDoing] = useState<Doing>(null);
  const act = useAct();
  const done = (words: string): void => {
    setDoing(null);
    say(words);
    void onChanged();
  };
  const open = async (): Promise<void> => {
    if (await act.run(() => call('openStudySession', { params: { id } }))) done('开始了，可以点名');
    else say('没有开始，请再试一次');
  };
  const can = (event: Parameters<typeof moveSession>[1]): boolean => writes && moveSession(state, event) !== null;
  const more = [
    ...(can('move') ? [{ label: '改期或延期', onPick: () => setDoing('move') }] : []),
    ...(can('cancel') ? [{ label: '取消这一场', onPick: () => setDoing('cancel') }] : []),
    ...(writes && seriesId ? [{ label: '停掉后面的', onPick: () => setDoing('series') }] : []),
  ];
  const dialog = { session, onClose: () => setDoing(null), onDone: done };
  return (
    <>
      {state === 'cancelled' || !reads ? null : <Button icon="printer" onClick={() => go(`/sessions/${id}/sheet`)}>签到表</Button>}
      {can('change') ? <Button icon="penLine" onClick={() => go(`/sessions/${id}/edit`)}>改内容</Button> : null}
      {more.length > 0 ? <Menu label="更多" align="right" items={more} /> : null}
      {can('correct') ? <Button icon="penLine" onClick={onCorrect}>更正</Button> : null}
      {can('open') && date <= today() ? <Button kind="primary" busy={act.busy} onClick={() => void open()}>开始点名</Button> : null}
      {can('close') && startsAt <= now() ? <Button kind="primary" onClick={() => setDoing('close')}>收尾并存档</Button> : null}
      {doing === 'move' ? <MoveDialog {...dialog} /> : null}
      {doing === 'cancel' ? <CancelDialog {...dialog} /> : null}
      {doing === 'close' ? <CloseOutDialog {...dialog} /> : null}
      {doing === 'series' && seriesId ? <EndSeriesDialog {...dialog} seriesId={seriesId} /> : null}
    </>
  );
}

/** What every one of its dialogs is given. */
export interface DialogProps {
  session: SessionDetail;
  onClose: () => void;
  /** With the words that say what is now so. */
  onDone: (words: string) => void;
}
