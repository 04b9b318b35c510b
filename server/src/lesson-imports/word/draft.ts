import type { Block, ImageBlock, List, Run, Table } from '@weidangxiao/shared/contract/blocks.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** A picture by the part of the package that holds it; it gets its file when the lesson is stored. */
export interface Picture {
  readonly type: 'picture';
  readonly part: string;
  readonly alt: string;
  caption?: string;
}

export interface Title {
  readonly type: 'title';
  readonly text: string;
}

export type Paragraph = Of<'paragraph'> & {
  /** Centered, large or all bold: it may be the title of a paper without styles. */
  readonly prominent?: boolean;
};

/** A block while the document is read. */
export type Draft = Of<'heading'> | Paragraph | List | Table | Of<'quote'> | Picture | Title;

/** A block as it is handed on: pictures still without a file. */
export type WordBlock = Exclude<Block, ImageBlock> | Picture;

/** What stands in a line of text. */
export type Piece = TextPiece | PicturePiece | BoxPiece;

export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  /** Half points; null where nothing says. */
  readonly size: number | null;
}
export interface PicturePiece {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly floating: boolean;
}
/** A text box: blocks within the line. */
export interface BoxPiece {
  readonly kind: 'box';
  readonly content: readonly Draft[];
  readonly floating: boolean;
}

export const longestHeading = 200;
const longestRun = 5000;
const mostRuns = 200;

/** Neighbours alike become one run; none is longer than the contract allows. */
export function runsOf(pieces: readonly Pick<TextPiece, 'text' | 'bold'>[]): Run[] {
  const merged: { text: string; bold: boolean }[] = [];
  for (const { text, bold } of pieces) {
    const last = merged.at(-1);
    // Spaces look alike bold and not.
    if (last && (last.bold === bold || text.trim() === '')) last.text += text;
    else if (text !== '') merged.push({ text, bold });
  }
  const runs = merged.flatMap(({ text, bold }) => pieced(text).map((part): Run => (bold ? { text: part, bold } : { text: part })));
  return runs.length <= mostRuns ? runs : pieced(textOf(runs)).map((text): Run => ({ text }));
}

export function textOf(runs: readonly { readonly text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}

/** In one line, its full-width spaces as they are. */
export function oneLine(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').trim();
}

/** Never between the two halves of one character. */
function pieced(text: string): string[] {
  if (text.length <= longestRun) return [text];
  const at = /[\uD800-\uDBFF]/.test(text[longestRun - 1] ?? '') ? longestRun - 1 : longestRun;
  return [text.slice(0, at), ...pieced(text.slice(at))];
}
