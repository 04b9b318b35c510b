import type { List, Run } from '@weidangxiao/shared/contract/blocks.ts';
import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Segments } from '../../components/tabs.tsx';
import css from './blocks.module.css';
import { deepest, type Line, linesOf, listOf } from './list-lines.ts';
import { RunsEditor } from './runs-editor.tsx';

const kinds = [
  { key: 'dots', label: '圆点' },
  { key: 'numbers', label: '编号' },
] as const;

interface Props {
  list: List;
  autoFocus: boolean;
  onChange: (list: List) => void;
  onRemove: () => void;
}

/** A list, line by line: Enter begins the next one, the buttons push a line in or out. */
export function ListBody({ list, autoFocus, onChange, onRemove }: Props) {
  const lines = linesOf(list);
  const [focused, setFocused] = useState<number | null>(autoFocus ? 0 : null);
  const put = (next: Line[]): void => (next.length > 0 ? onChange(listOf(next)) : onRemove());
  const setRuns = (index: number, runs: Run[]): void => put(lines.map((line, at) => (at === index ? { ...line, runs } : line)));
  const split = (index: number, before: Run[], after: Run[]): void => {
    put(lines.flatMap((line, at) => (at === index ? [{ ...line, runs: before }, { ...line, start: undefined, runs: after }] : [line])));
    setFocused(index + 1);
  };
  const shift = (index: number, by: number): void => put(lines.map((line, at) => (at === index ? { ...line, depth: Math.max(0, line.depth + by) } : line)));
  const drop = (index: number): void => {
    put(lines.filter((_, at) => at !== index));
    setFocused(Math.max(0, index - 1));
  };
  return (
    <>
      <Segments label="列表的样子" tabs={kinds} now={list.ordered ? 'numbers' : 'dots'} onPick={(kind) => onChange({ ...list, ordered: kind === 'numbers', start: undefined })} />
      <ul className={css.lines}>
        {lines.map((line, index) => (
          <li key={index} style={{ paddingLeft: line.depth * 24 }}>
            <span className={css.mark} aria-hidden="true">{markOf(lines, index)}</span>
            <div className="grow">
              <RunsEditor runs={line.runs} label={`第${index + 1}条`} placeholder="一条" autoFocus={focused === index} onChange={(runs) => setRuns(index, runs)} onSplit={(before, after) => split(index, before, after)} onEmptied={() => drop(index)} />
            </div>
            <span className={css.lineActs}>
              <IconButton icon="outdent" label={`第${index + 1}条往外`} disabled={line.depth === 0} onClick={() => shift(index, -1)} />
              <IconButton icon="indent" label={`第${index + 1}条往里`} disabled={index === 0 || line.depth >= deepest || line.depth > (lines[index - 1]?.depth ?? 0)} onClick={() => shift(index, 1)} />
              <IconButton icon="x" label={`去掉第${index + 1}条`} onClick={() => drop(index)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The number of a line among those of its list, or a dot. */
function markOf(lines: readonly Line[], index: number): string {
  const line = lines[index];
  if (!line?.ordered) return '•';
  let first = line;
  let count = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = lines[at];
    if (!above || above.depth < line.depth) break;
    if (above.depth !== line.depth) continue;
    first = above;
    count += 1;
  }
  return `${(first.start ?? 1) + count}.`;
}
