import type { Block, List, Run } from '@weidangxiao/shared/contract/blocks.ts';

/** A plan's words line by line, as they are compared: a heading, a paragraph, an item, a row each. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(linesOfBlock).filter((line) => line !== '');
}

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text.trim()];
    case 'paragraph':
    case 'quote':
      return [wordsOf(block.runs)];
    case 'list':
      return itemsOf(block, '');
    case 'table':
      return block.rows.map((row) => row.map(({ runs }) => wordsOf(runs)).join('｜'));
    case 'image':
      return [`图片：${block.caption ?? block.alt}`];
    case 'file':
      return [`附件：${block.name}`];
    default:
      return [`${block.type === 'audio' ? '音频' : '视频'}：${block.title}`];
  }
}

/** Numbers are left out: an item that moves down by one has not changed. */
function itemsOf({ items }: List, indent: string): string[] {
  return items.flatMap(({ runs, children }) => [`${indent}· ${wordsOf(runs)}`, ...(children ? itemsOf(children, `${indent}　`) : [])]);
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('').trim();
