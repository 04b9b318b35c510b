import { pause, play, stop, usePlayer } from '@/platform/audio';
import { ownShelf } from '@/platform/session';
import { noteReading } from './readings';
import { soundOf } from './sound';

/** Plays a lesson or pauses it; goes on where this person stopped listening. */
export function listen(lessonId: string, fileId: string): void {
  const { track, state } = usePlayer.getState();
  if (track === fileId && (state === 'playing' || state === 'loading')) {
    pause();
    note(lessonId, fileId);
    return;
  }
  void play(fileId, () => soundOf(fileId), ownShelf().get<number>(placeOf(lessonId)) ?? 0);
}

/** The page closes: the sound ends with it. */
export function leaveTrack(lessonId: string, fileId: string): void {
  if (usePlayer.getState().track !== fileId) return;
  note(lessonId, fileId);
  stop();
}

function note(lessonId: string, fileId: string): void {
  const { track, second, duration } = usePlayer.getState();
  if (track !== fileId || second < 5) return;
  const heard = duration > 0 && second > duration * 0.95;
  if (heard) noteReading(lessonId, { done: true });
  ownShelf().put(placeOf(lessonId), heard ? 0 : Math.floor(second));
}

/** Heard to its end: as good as read. Calls back once for the track; the answer ends it. */
export function watchHeard(lessonId: string, fileId: string): () => void {
  return usePlayer.subscribe((now, before) => {
    const ended = before.track === fileId && now.track === null && before.duration > 0 && before.second > before.duration * 0.95;
    if (!ended) return;
    noteReading(lessonId, { done: true });
    ownShelf().remove(placeOf(lessonId));
  });
}

function placeOf(lessonId: string): string {
  return `listening/${lessonId}`;
}
