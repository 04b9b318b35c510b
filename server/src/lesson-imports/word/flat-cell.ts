import type { List, Run } from '@weidangxiao/shared/contract/blocks.ts';
import { type Draft, runsOf } from './draft.ts';
import type { Warnings } from './warnings.ts';

interface Text {
  readonly text: string;
  readonly bold: boolean;
}

/** A cell holds lines of text: lists and smaller tables in it become such lines. Pictures are placed elsewhere. */
export function flatten(content: readonly Draft[], warnings: Warnings): Run[] {
  if (content.some(({ type }) => type === 'list' || type === 'table')) warnings.add('TABLE_CONTENT');
  const lines = content.flatMap(linesOf);
  return runsOf(lines.flatMap((line, at) => [...(at > 0 ? [{ text: '\n', bold: false }] : []), ...line]));
}

function linesOf(block: Draft): Text[][] {
  switch (block.type) {
    case 'heading':
    case 'title':
      return [[{ text: block.text, bold: true }]];
    case 'paragraph':
    case 'quote':
      return [textsOf(block.runs)];
    case 'list':
      return listLines(block, '');
    case 'table':
      return block.rows.map((row) => row.flatMap(({ runs }, at) => [...(at > 0 ? [{ text: ' ', bold: false }] : []), ...textsOf(runs)]));
    default:
      return [];
  }
}

function listLines({ ordered, start = 1, items }: List, indent: string): Text[][] {
  return items.flatMap(({ runs, children }, at) => {
    const sign = ordered ? `${start + at}. ` : '• ';
    return [[{ text: indent + sign, bold: false }, ...textsOf(runs)], ...(children ? listLines(children, `${indent}　`) : [])];
  });
}

function textsOf(runs: readonly Run[]): Text[] {
  return runs.map(({ text, bold = false }) => ({ text, bold }));
}
