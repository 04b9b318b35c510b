import type { Run } from '@weidangxiao/shared/contract/blocks.ts';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import css from './blocks.module.css';
import { isBlank } from './keyed-blocks.ts';
import { readRuns, writeRuns } from './runs-dom.ts';

interface Props {
  runs: readonly Run[];
  label: string;
  placeholder?: string;
  onChange: (runs: Run[]) => void;
  /** Enter: what stays before the caret and what goes after it. Without it Enter makes a new line. */
  onSplit?: (before: Run[], after: Run[]) => void;
  /** Backspace in an empty one. */
  onEmptied?: () => void;
  autoFocus?: boolean;
}

/** Words with bold in them, edited in place: Ctrl+B, no other markup. What is pasted comes in as plain text. */
export function RunsEditor(props: Props) {
  const { runs, label, placeholder, autoFocus } = props;
  const { box, read } = useWords(props);
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus, box]);
  return (
    <div
      ref={box}
      className={css.words}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      data-placeholder={isBlank(runs) ? placeholder : undefined}
      onInput={read}
      onKeyDown={(event) => onKey(event, props)}
      onPaste={onPaste}
    />
  );
}

/** Keeps the element and the runs the same. Only what comes from outside is written in: one's own typing would lose the caret. */
function useWords({ runs, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const written = useRef<string | null>(null);
  useEffect(() => {
    const now = JSON.stringify(runs);
    if (box.current && written.current !== now) writeRuns(box.current, runs);
    written.current = now;
  }, [runs]);
  const read = (): void => {
    if (!box.current) return;
    const next = readRuns(box.current);
    written.current = JSON.stringify(next);
    onChange(next);
  };
  return { box, read };
}

function onKey(event: KeyboardEvent<HTMLDivElement>, { onSplit, onEmptied }: Props): void {
  // Enter that ends a word of an input method is not Enter.
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (event.shiftKey || !onSplit) document.execCommand('insertLineBreak');
    else onSplit(...splitAtCaret(event.currentTarget));
  }
  if (event.key === 'Backspace' && onEmptied && isBlank(readRuns(event.currentTarget))) {
    event.preventDefault();
    onEmptied();
  }
}

function onPaste(event: ClipboardEvent): void {
  event.preventDefault();
  document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, '\n').trim());
}

function splitAtCaret(box: HTMLElement): [Run[], Run[]] {
  const selected = window.getSelection();
  if (!selected || selected.rangeCount === 0) return [readRuns(box), []];
  const caret = selected.getRangeAt(0);
  const [before, after] = [document.createRange(), document.createRange()];
  before.selectNodeContents(box);
  before.setEnd(caret.startContainer, caret.startOffset);
  after.selectNodeContents(box);
  after.setStart(caret.endContainer, caret.endOffset);
  return [readRuns(before.cloneContents()), readRuns(after.cloneContents())];
}
