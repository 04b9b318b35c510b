import type { Block, TableCell } from '@weidangxiao/shared/contract/blocks.ts';
import { Check, inputClass } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import css from './blocks.module.css';
import { ListBody } from './list-body.tsx';
import { RunsEditor } from './runs-editor.tsx';
import { StoredImage } from './stored-image.tsx';
import { lengthOf } from './lesson-words.ts';

export interface BodyProps<B extends Block = Block> {
  block: B;
  autoFocus: boolean;
  onChange: (block: Block) => void;
  /** The caret was in the middle: this block keeps the first part, a new paragraph gets the second. */
  onSplit: (kept: Block, rest: Block) => void;
  onRemove: () => void;
}

/** The inside of a block, to be changed in place. */
export function BlockBody(props: BodyProps) {
  const { block, onChange } = props;
  switch (block.type) {
    case 'heading':
      return <HeadingBody {...props} block={block} />;
    case 'paragraph':
      return <ParagraphBody {...props} block={block} />;
    case 'quote':
      return <QuoteBody {...props} block={block} />;
    case 'list':
      return <ListBody list={block} autoFocus={props.autoFocus} onChange={onChange} onRemove={props.onRemove} />;
    case 'table':
      return <TableBody {...props} block={block} />;
    case 'image':
      return <ImageBody {...props} block={block} />;
    default:
      return <FileBody {...props} block={block} />;
  }
}

type Of<Type extends Block['type']> = BodyProps<Extract<Block, { type: Type }>>;

function HeadingBody({ block, autoFocus, onChange, onSplit }: Of<'heading'>) {
  return (
    <div className="row">
      <select className={`${inputClass} ${css.level ?? ''}`} aria-label="标题的级别" value={block.level} onChange={(event) => onChange({ ...block, level: Number(event.target.value) as 1 | 2 | 3 })}>
        <option value={1}>大标题</option>
        <option value={2}>中标题</option>
        <option value={3}>小标题</option>
      </select>
      <input
        className={`${css.heading} ${css[`level${block.level}`]}`}
        aria-label="标题"
        placeholder="标题"
        maxLength={200}
        autoFocus={autoFocus}
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.target.value })}
        onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSplit(block, { type: 'paragraph', runs: [] }); }}
      />
    </div>
  );
}

function ParagraphBody({ block, autoFocus, onChange, onSplit, onRemove }: Of<'paragraph'>) {
  return (
    <RunsEditor
      runs={block.runs}
      label="段落"
      placeholder="写一段"
      autoFocus={autoFocus}
      onChange={(runs) => onChange({ ...block, runs })}
      onSplit={(before, after) => onSplit({ ...block, runs: before }, { type: 'paragraph', runs: after })}
      onEmptied={onRemove}
    />
  );
}

function QuoteBody({ block, autoFocus, onChange }: Of<'quote'>) {
  return (
    <div className={css.quote}>
      <RunsEditor runs={block.runs} label="引文" placeholder="引文，要和原文一字不差" autoFocus={autoFocus} onChange={(runs) => onChange({ ...block, runs })} />
      <input className={inputClass} aria-label="引文出处" placeholder="出处" maxLength={120} value={block.source ?? ''} onChange={(event) => onChange({ ...block, source: event.target.value || undefined })} />
    </div>
  );
}

function TableBody({ block, onChange }: Of<'table'>) {
  const setCell = (row: number, column: number, cell: TableCell): void =>
    onChange({ ...block, rows: block.rows.map((cells, r) => (r === row ? cells.map((old, c) => (c === column ? cell : old)) : cells)) });
  return (
    <>
      <div className={css.tableBox}>
        <table className={css.table}>
          <tbody>
            {block.rows.map((cells, row) => (
              <tr key={row} className={block.header && row === 0 ? css.headRow : ''}>
                {cells.map((cell, column) => (
                  <td key={column} colSpan={cell.colspan} rowSpan={cell.rowspan}>
                    <RunsEditor runs={cell.runs} label={`第${row + 1}行第${column + 1}格`} onChange={(runs) => setCell(row, column, { ...cell, runs })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Check label="第一行是表头" checked={block.header} onChange={(header) => onChange({ ...block, header })} />
    </>
  );
}

function ImageBody({ block, onChange }: Of<'image'>) {
  return (
    <div className={css.image}>
      <StoredImage image={block} />
      <div className="stack">
        <input className={inputClass} aria-label="图片说明" placeholder="图片下面的说明，可以不写" maxLength={200} value={block.caption ?? ''} onChange={(event) => onChange({ ...block, caption: event.target.value || undefined })} />
        <input className={inputClass} aria-label="给看不见图的人" placeholder="图里是什么，念给看不见的人听" maxLength={200} value={block.alt} onChange={(event) => onChange({ ...block, alt: event.target.value })} />
      </div>
    </div>
  );
}

function FileBody({ block, onChange }: Of<'audio' | 'video' | 'file'>) {
  if (block.type === 'file') {
    return (
      <p className="row">
        <Icon name="paperclip" size={16} /> {block.name}
      </p>
    );
  }
  return (
    <div className="row">
      <Icon name="audioLines" size={16} />
      <input className={inputClass} aria-label="名称" maxLength={60} value={block.title} onChange={(event) => onChange({ ...block, title: event.target.value })} />
      <span className="minor nowrap">{block.seconds ? lengthOf(block.seconds) : ''}</span>
    </div>
  );
}
