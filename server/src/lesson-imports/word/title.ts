import type { Draft, Title } from './draft.ts';
import { longestHeading, oneLine, runsOf, textOf } from './draft.ts';

const shortLine = 40;

/** The title, and the blocks without it. A second title within the text is a heading. */
export function splitTitle(blocks: readonly Draft[]): { title: string | null; rest: Exclude<Draft, Title>[] } {
  const at = titleAt(blocks);
  if (at < 0) return { title: null, rest: blocks.map(asBlock) };
  const lines = linesOfTitle(blocks, at);
  const title = oneLine(blocks.slice(at, at + lines).map(wordsOf).join(' '));
  const rest = blocks.filter((_, index) => index < at || index >= at + lines).map(asBlock);
  return { title: title || null, rest };
}

/** A line in the style Title, else the first line where it looks like a title, else the first heading, else a short first line. */
function titleAt(blocks: readonly Draft[]): number {
  const styled = blocks.findIndex(({ type }) => type === 'title');
  if (styled >= 0) return styled;
  const [first] = blocks;
  const isShort = first?.type === 'paragraph' && isShortLine(textOf(first.runs));
  if (isShort && first.prominent) return 0;
  const heading = blocks.findIndex(({ type }) => type === 'heading');
  return heading >= 0 || !isShort ? heading : 0;
}

/** A long title may be written on several lines. */
function linesOfTitle(blocks: readonly Draft[], at: number): number {
  if (blocks[at]?.type !== 'title') return 1;
  const after = blocks.slice(at).findIndex(({ type }) => type !== 'title');
  return after < 0 ? blocks.length - at : after;
}

function isShortLine(text: string): boolean {
  return [...text.trim()].length <= shortLine && !/[。；！？，、：:]\s*$/.test(text);
}

function wordsOf(block: Draft): string {
  if (block.type === 'title' || block.type === 'heading') return block.text;
  return block.type === 'paragraph' ? textOf(block.runs) : '';
}

function asBlock(block: Draft): Exclude<Draft, Title> {
  if (block.type !== 'title') return block;
  return block.text.length <= longestHeading ? { type: 'heading', level: 1, text: block.text } : { type: 'paragraph', runs: runsOf([{ text: block.text, bold: true }]) };
}
