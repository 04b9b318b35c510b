import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useUndo } from '../../components/use-undo.ts';
import { AddBlock } from './add-block.tsx';
import { BlockBody } from './block-body.tsx';
import css from './blocks.module.css';
import { insertedAfter, keyed, type KeyedBlock, removed, replaced, restored, shifted } from './keyed-blocks.ts';

const names: Readonly<Record<Block['type'], string>> = {
  heading: '标题', paragraph: '段落', list: '列表', table: '表格', image: '图片', audio: '音频', video: '视频', file: '附件', quote: '引文',
};

interface Props {
  blocks: readonly KeyedBlock[];
  onChange: (blocks: KeyedBlock[]) => void;
}

/** The body of a lesson, block by block. */
export function BlockList({ blocks, onChange }: Props) {
  const undoable = useUndo(blocks, onChange);
  const [fresh, setFresh] = useState<number | null>(null);
  const add = (after: number | null, block: Block): void => {
    const added = keyed(block);
    onChange(insertedAfter(blocks, after, added));
    setFresh(added.key);
  };
  const split = (key: number, kept: Block, rest: Block): void => {
    const added = keyed(rest);
    onChange(insertedAfter(replaced(blocks, key, kept), key, added));
    setFresh(added.key);
  };
  const remove = (one: KeyedBlock, at: number): void => {
    onChange(removed(blocks, one.key));
    undoable(`删了一段${names[one.block.type]}`, (now) => restored(now, one, at));
  };
  return (
    <section className={css.list} aria-label="正文">
      <AddBlock onAdd={(block) => add(null, block)} open={blocks.length === 0} />
      {blocks.map((one, index) => (
        <div key={one.key} className={css.block} role="group" aria-label={`第${index + 1}段，${names[one.block.type]}`}>
          <Tools type={one.block.type} first={index === 0} last={index === blocks.length - 1} onMove={(by) => onChange(shifted(blocks, one.key, by))} onRemove={() => remove(one, index)} />
          <BlockBody
            block={one.block}
            autoFocus={fresh === one.key}
            onChange={(block) => onChange(replaced(blocks, one.key, block))}
            onSplit={(kept, rest) => split(one.key, kept, rest)}
            onRemove={() => onChange(removed(blocks, one.key))}
          />
          <AddBlock onAdd={(block) => add(one.key, block)} open={index === blocks.length - 1} />
        </div>
      ))}
    </section>
  );
}

interface ToolsProps {
  type: Block['type'];
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function Tools({ type, first, last, onMove, onRemove }: ToolsProps) {
  return (
    <div className={css.tools}>
      <span className="faint note-size">{names[type]}</span>
      <span className={css.toolButtons}>
        <IconButton icon="arrowUp" label="往上移" disabled={first} onClick={() => onMove(-1)} />
        <IconButton icon="arrowDown" label="往下移" disabled={last} onClick={() => onMove(1)} />
        <IconButton icon="trash" label="删掉这一段" onClick={onRemove} />
      </span>
    </div>
  );
}
