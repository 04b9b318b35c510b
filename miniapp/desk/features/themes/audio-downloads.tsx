import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { FailureNote } from '../../components/states.tsx';
import { saveFile } from '../../platform/save-file.ts';
import { fetchBytes } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Lesson, lengthOf } from '../lessons/lesson-words.ts';
import css from './pack-page.module.css';

const endings: Readonly<Record<string, string>> = { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/aac': 'aac', 'audio/wav': 'wav', 'audio/ogg': 'ogg' };

/** The week for a loudspeaker: each lesson's sound as a file, or that it has none. */
export function AudioDownloads({ label, lessons }: { label: string; lessons: readonly Lesson[] }) {
  const act = useAct();
  const save = ({ audio, title }: Lesson, number: number): Promise<boolean> =>
    act.run(async () => {
      const bytes = await fetchBytes('getFile', { params: { id: audio?.fileId ?? '' } });
      saveFile(bytes, `${label}第${number}课，${title}.${endings[bytes.type.split(';')[0] ?? ''] ?? 'mp3'}`);
    });
  return (
    <section className={css.audio} aria-label="放广播的声音">
      <p className="medium">放广播的声音</p>
      <ul>
        {lessons.map((lesson, at) => (
          <li key={lesson.id}>
            <Icon name={lesson.audio ? 'audioLines' : 'mic'} size={16} />
            <span className="grow">{`第${at + 1}课，${lesson.title}`}</span>
            {lesson.audio ? <Button kind="text" small icon="download" disabled={act.busy} onClick={() => void save(lesson, at + 1)}>{`下载${lengthOf(lesson.audio.seconds)}`}</Button> : <span className="minor">还没有录音，可以照着“带全文”的念</span>}
          </li>
        ))}
      </ul>
      <FailureNote failure={act.failure} />
    </section>
  );
}
