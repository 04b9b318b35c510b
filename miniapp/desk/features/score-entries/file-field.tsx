import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { upload } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './score-entries.module.css';

/** A picture or a PDF that shows why; it is there as soon as it was picked, and taken with the entry. */
export function FileField({ label, onPick }: { label: string; onPick: (fileId: string | null) => void }) {
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const act = useAct();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    await act.run(async () => {
      const stored = await upload('createFile', file, () => undefined, { purpose: 'evidence' });
      setName(file.name);
      onPick(stored.id);
    });
  };
  const drop = (): void => {
    setName(null);
    onPick(null);
  };
  return (
    <div className={css.file}>
      <span className="medium">{label}</span>
      {name === null ? (
        <>
          <input id={id} type="file" accept="image/png,image/jpeg,image/webp,.pdf" className={css.picker} disabled={act.busy} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
          <label htmlFor={id}>{act.busy ? '正在上传…' : '选一张照片或PDF'}</label>
        </>
      ) : (
        <>
          <span className="one-line">{name}</span>
          <Button small kind="text" onClick={drop}>不附了</Button>
        </>
      )}
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
    </div>
  );
}
