import type { Block } from '@weidangxiao/shared/contract/blocks.ts';

/** How many lines of a lesson fit on one sheet of large type beside the others. */
const lines = [12, 6, 3, 2, 1, 1];
const charactersInALine = 28;

/** How much of each lesson one sheet has room for. */
export function roomFor(lessons: number): number {
  return (lines[lessons - 1] ?? 1) * charactersInALine;
}

/** How a lesson begins, in whole sentences as far as they fit; one that is too long ends in dots. */
export function gistOf(blocks: readonly Block[], most: number): string {
  const text = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.runs.map((run) => run.text).join('').trim()] : [])).join('');
  if (text.length <= most) return text;
  const end = Math.max(...[...'。！？；'].map((mark) => text.lastIndexOf(mark, most - 1)));
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, most - 1)}…`;
}
