import type { Block, Run } from '@weidangxiao/shared/contract/blocks.ts';

/** A block with a key of this page, so that React keeps the caret where it is while blocks move. */
export interface KeyedBlock {
  key: number;
  block: Block;
}

let last = 0;

export function keyed(block: Block): KeyedBlock {
  last += 1;
  return { key: last, block };
}

export function replaced(blocks: readonly KeyedBlock[], key: number, block: Block): KeyedBlock[] {
  return blocks.map((one) => (one.key === key ? { key, block } : one));
}

export function removed(blocks: readonly KeyedBlock[], key: number): KeyedBlock[] {
  return blocks.filter((one) => one.key !== key);
}

export function insertedAfter(blocks: readonly KeyedBlock[], key: number | null, added: KeyedBlock): KeyedBlock[] {
  const at = key === null ? 0 : blocks.findIndex((one) => one.key === key) + 1;
  return [...blocks.slice(0, at), added, ...blocks.slice(at)];
}

/** Back where it was; the rest may have changed meanwhile. */
export function restored(blocks: readonly KeyedBlock[], one: KeyedBlock, at: number): KeyedBlock[] {
  return [...blocks.slice(0, at), one, ...blocks.slice(at)];
}

/** One place up (-1) or down (1). */
export function shifted(blocks: readonly KeyedBlock[], key: number, by: -1 | 1): KeyedBlock[] {
  const from = blocks.findIndex((one) => one.key === key);
  const to = from + by;
  const [one, other] = [blocks[from], blocks[to]];
  if (!one || !other) return [...blocks];
  return blocks.map((block, index) => (index === from ? other : index === to ? one : block));
}

/** What can be stored: empty paragraphs, headings and list items that were only begun fall away. */
export function storable(blocks: readonly KeyedBlock[]): Block[] {
  return blocks.map(({ block }) => block).filter((block) => !isEmpty(block));
}

function isEmpty(block: Block): boolean {
  if (block.type === 'heading') return block.text.trim() === '';
  if (block.type === 'paragraph' || block.type === 'quote') return isBlank(block.runs);
  return block.type === 'list' && block.items.every(({ runs, children }) => isBlank(runs) && !children);
}

export function isBlank(runs: readonly Run[]): boolean {
  return runs.every(({ text }) => text.trim() === '');
}
