import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { useFileUrl } from '../../platform/file-url.ts';
import { Failure } from '../../platform/failure.ts';
import { upload } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { lengthOf } from './lesson-words.ts';
import css from './lessons.module.css';

export interface Sound {
  fileId: string;
  seconds: number;
}

/** The lesson read aloud, best in the dialect of the place. */
export function AudioField({ audio, disabled, onChange }: { audio: Sound | null; disabled: boolean; onChange: (audio: Sound | null) => void }) {
  const act = useAct();
  const id = useId();
  const url = useFileUrl(audio?.fileId ?? null);
  const take = (file: File): Promise<boolean> =>
    act.run(async () => {
      const seconds = await secondsOf(file);
      const { id: fileId } = await upload('createFile', file, () => undefined, { purpose: 'lesson' });
      onChange({ fileId, seconds });
    });
  return (
    <div className={css.audio}>
      <span className="note-size minor">音频</span>
      {audio ? (
        <div className="row">
          {url && url !== 'failed' ? <audio controls src={url} aria-label="听一遍" /> : <span className="minor">{url === 'failed' ? '声音没取到' : '正在取'}</span>}
          <span className="minor nowrap">{lengthOf(audio.seconds)}</span>
          {disabled ? null : <Button small onClick={() => onChange(null)}>去掉</Button>}
        </div>
      ) : disabled ? (
        <p className="minor">还没录</p>
      ) : (
        <p>
          <input id={id} type="file" accept="audio/mpeg,audio/mp4,audio/aac,audio/x-m4a,.mp3,.m4a,.aac" className={css.file} disabled={act.busy} onChange={(event) => { const file = event.target.files?.item(0); if (file) void take(file); event.target.value = ''; }} />
          <label htmlFor={id}>{act.busy ? '正在上传…' : '选一段录音'}</label>
          <span className="faint note-size"> mp3或m4a，最大10MB。用四川话念最好</span>
        </p>
      )}
      <FailureNote failure={act.failure} />
    </div>
  );
}

const unplayable = new Failure('FILE_TYPE_NOT_ACCEPTED', '这段声音放不出来，请换成mp3或m4a再传');

/** The length, as the browser that plays it finds it. @throws Failure when it cannot be played */
function secondsOf(file: File): Promise<number> {
  const url = URL.createObjectURL(file);
  const sound = new Audio();
  return new Promise<number>((resolve, reject) => {
    sound.onloadedmetadata = () => (Number.isFinite(sound.duration) ? resolve(Math.max(1, Math.round(sound.duration))) : reject(unplayable));
    sound.onerror = () => reject(unplayable);
    sound.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}
