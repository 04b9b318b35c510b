import type { Block, List, Run } from '../contract/blocks.ts';

/** What an adult reads in a minute; older readers on a phone rather less than more. */
const charactersAMinute = 300;

/** The words of a lesson without their form; for search, reading time and reading aloud. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(textOf).filter(Boolean).join('\n');
}

/** Whole minutes, at least one. */
export function readingMinutes(blocks: readonly Block[]): number {
  const characters = [...plainText(blocks).replace(/\s/g, '')].length;
  return Math.max(1, Math.round(characters / charactersAMinute));
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'quote':
      return words(block.runs);
    case 'list':
      return listText(block);
    case 'table':
      return block.rows.map((row) => row.map((cell) => words(cell.runs)).join(' ')).join('\n');
    case 'image':
      return block.caption ?? '';
    default:
      return '';
  }
}

function listText(list: List): string {
  return list.items.map((item) => [words(item.runs), item.children ? listText(item.children) : ''].filter(Boolean).join('\n')).join('\n');
}

function words(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
