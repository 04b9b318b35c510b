import { type DragEvent, type ReactNode, useId, useState } from 'react';
import css from './drop-zone.module.css';
import { Icon } from './icon.tsx';

interface Props {
  /** What the button says: 选一个Excel文件. */
  label: string;
  accept: string;
  onFile: (file: File) => void;
  /** 0 to 1 while a file is on its way. */
  progress: number | null;
  children?: ReactNode;
}

export function DropZone({ label, accept, onFile, progress, children }: Props) {
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null): void => {
    const file = files?.item(0);
    if (file && progress === null) onFile(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={`${css.zone} ${over ? css.over : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <Icon name="fileUp" size={22} />
      {progress === null ? (
        <p>
          把文件拖到这里，或者
          <input id={id} type="file" accept={accept} className={css.file} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
          <label htmlFor={id}>{label}</label>
        </p>
      ) : (
        <div className={css.progress} role="status">
          <p>{progress < 1 ? `正在上传，${Math.round(progress * 100)}%` : '已传上去，正在读'}</p>
          <progress max={1} value={progress} aria-label="上传进度" />
        </div>
      )}
      {children ? <div className="minor note-size">{children}</div> : null}
    </div>
  );
}
