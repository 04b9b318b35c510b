import type { Block, Run } from '@weidangxiao/shared/contract/blocks.ts';

/** The typed blocks of a text written one block a line; see `LessonText`. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const list = blocks.at(-1);
    const item = /^(- |\d+\. )(.+)$/.exec(line);
    const ordered = item ? item[1] !== '- ' : false;
    if (!item) blocks.push(blockOf(line));
    else if (list?.type === 'list' && list.ordered === ordered) list.items.push({ runs: runsOf(item[2] ?? '') });
    else blocks.push({ type: 'list', ordered, items: [{ runs: runsOf(item[2] ?? '') }] });
  }
  return blocks;
}

function blockOf(line: string): Block {
  if (line.startsWith('## ')) return { type: 'heading', level: 2, text: line.slice(3) };
  if (line.startsWith('> ')) return { type: 'quote', runs: runsOf(line.slice(2)) };
  return { type: 'paragraph', runs: runsOf(line) };
}

function runsOf(text: string): Run[] {
  const parts = text.split('**');
  return parts.flatMap((part, at) => (part === '' ? [] : [at % 2 === 1 ? { text: part, bold: true as const } : { text: part }]));
}
