import type { Block, Run } from '@weidangxiao/shared/contract/blocks.ts';
import { useId } from 'react';
import { FailureNote } from '../../components/states.tsx';
import { upload } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './blocks.module.css';

const cell = (): { runs: Run[] } => ({ runs: [] });
const kinds: readonly { label: string; make: () => Block }[] = [
  { label: '段落', make: () => ({ type: 'paragraph', runs: [] }) },
  { label: '标题', make: () => ({ type: 'heading', level: 2, text: '' }) },
  { label: '列表', make: () => ({ type: 'list', ordered: false, items: [{ runs: [] }] }) },
  { label: '引文', make: () => ({ type: 'quote', runs: [] }) },
  { label: '表格', make: () => ({ type: 'table', header: true, rows: [[cell(), cell()], [cell(), cell()], [cell(), cell()]] }) },
];

/** A line between blocks to put something in; `open`: shown without pointing at it. */
export function AddBlock({ onAdd, open }: { onAdd: (block: Block) => void; open: boolean }) {
  const act = useAct();
  const id = useId();
  const addImage = (file: File): Promise<boolean> =>
    act.run(async () => {
      const stored = await upload('createFile', file, () => undefined, { purpose: 'lesson' });
      onAdd({ type: 'image', fileId: stored.id, width: stored.width ?? 1, height: stored.height ?? 1, alt: '' });
    });
  return (
    <div className={`${css.add} ${open ? css.addOpen : ''}`} role="group" aria-label="在这里加">
      {kinds.map(({ label, make }) => (
        <button type="button" key={label} onClick={() => onAdd(make())}>
          + {label}
        </button>
      ))}
      <input id={id} type="file" accept="image/jpeg,image/png,image/webp" className={css.file} disabled={act.busy} onChange={(event) => { const file = event.target.files?.item(0); if (file) void addImage(file); event.target.value = ''; }} />
      <label htmlFor={id}>{act.busy ? '正在上传…' : '+ 图片'}</label>
      <FailureNote failure={act.failure} />
    </div>
  );
}
