import type { Draft, Paragraph, Piece, Picture, TextPiece } from './draft.ts';
import { longestHeading, oneLine, runsOf, textOf } from './draft.ts';
import { partsOf } from './line-parts.ts';
import { isDeleted, Line } from './lines.ts';
import { type FlatItem, nested } from './lists.ts';
import type { Numbered } from './numbering.ts';
import type { ParagraphStyle } from './styles.ts';
import { readTable } from './tables.ts';
import type { WordContext } from './word-context.ts';
import { child, descendants, elements, valueOf, type Xml } from './xml.ts';

const longestCaption = 200;
const deepestHeading = 3;
/** Half points: from 16 points on a line looks like a title. */
const largeSize = 32;

/** Reads what follows each other in a document, a table's cell or a text box. */
export class Body {
  private readonly blocks: Draft[] = [];
  private items: FlatItem[] = [];
  /** A caption whose picture may come after it. */
  private caption: Paragraph | null = null;
  /** The beginning of a paragraph whose end mark was deleted: it goes on in the next one. */
  private carried: Piece[] = [];

  constructor(private readonly context: WordContext) {}

  read(parent: Xml): Draft[] {
    this.readWithin(parent);
    this.endList();
    if (this.carried.length > 0) this.place(this.carried, this.context.styles.paragraph(null), null);
    this.endCaption();
    return this.blocks;
  }

  private readWithin(parent: Xml): void {
    for (const element of elements(parent)) this.readElement(element);
  }

  private readElement(element: Xml): void {
    switch (element.name) {
      case 'w:p':
        return this.readParagraph(element);
      case 'w:tbl':
        return this.readTable(element);
      case 'w:sdt':
        return this.readControl(element);
      case 'w:customXml':
        return this.readWithin(element);
      case 'w:ins':
      case 'w:moveTo':
        this.context.warnings.add('TRACKED_CHANGES');
        return this.readWithin(element);
      case 'w:del':
      case 'w:moveFrom':
        return this.context.warnings.add('TRACKED_CHANGES');
      case 'w:altChunk':
        return this.context.warnings.add('EMBEDDED_OBJECTS');
      default:
    }
  }

  private readControl(control: Xml): void {
    const content = child(control, 'w:sdtContent');
    const gallery = valueOf(child(child(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    if (!content) return;
    if (gallery === 'Table of Contents') this.context.warnings.add('CONTENTS_TABLE', paragraphsWithText(content));
    else this.readWithin(content);
  }

  private readParagraph(paragraph: Xml): void {
    const properties = child(paragraph, 'w:pPr');
    const style = this.context.styles.paragraph(properties);
    const line = new Line(this.context, (content) => new Body(this.context).read(content));
    const { pieces, contents } = line.read(paragraph, properties);
    const isContents = style.role === 'contents' && pieces.length > 0;
    if (contents || isContents) this.context.warnings.add('CONTENTS_TABLE');
    if (isContents) return;
    const all = [...this.carried, ...pieces];
    this.carried = [];
    if (isDeleted(child(properties, 'w:rPr'))) {
      this.context.warnings.add('TRACKED_CHANGES');
      this.carried = all;
    } else this.place(all, style, this.context.numbering.next(style.numbering, style.styleId));
  }

  /** Text and what stands between it, in their order; nothing for an empty line. */
  private place(pieces: readonly Piece[], style: ParagraphStyle, numbered: Numbered | null): void {
    let label = numbered;
    for (const part of partsOf(pieces, () => this.context.warnings.add('PICTURES_MOVED'))) {
      if (!Array.isArray(part)) this.placeDrawn(part);
      else {
        this.placeText(part, style, label);
        label = null;
      }
    }
  }

  private placeDrawn(piece: Exclude<Piece, TextPiece>): void {
    if (piece.kind === 'picture') this.add({ ...piece.picture });
    else for (const block of piece.content) this.add(block);
  }

  private placeText(pieces: readonly TextPiece[], style: ParagraphStyle, numbered: Numbered | null): void {
    const runs = runsOf(pieces);
    const text = oneLine(textOf(runs));
    if (style.role === 'title') return this.add({ type: 'title', text });
    if (style.headingLevel !== null) return this.placeHeading(style.headingLevel, (numbered?.label ?? '') + text, runs);
    if (numbered) return void this.items.push({ numbered, runs });
    if (style.role === 'caption') return this.placeCaption({ type: 'paragraph', runs }, text);
    if (style.role === 'quote') return this.add({ type: 'quote', runs });
    const large = pieces.every(({ size, bold, text: words }) => bold || (size ?? 0) >= largeSize || words.trim() === '');
    this.add({ type: 'paragraph', runs, prominent: style.centered || large });
  }

  private placeHeading(level: number, text: string, runs: Paragraph['runs']): void {
    if (text.length > longestHeading) {
      this.context.warnings.add('HEADINGS_LONG');
      return this.add({ type: 'paragraph', runs });
    }
    if (level > deepestHeading) this.context.warnings.add('HEADING_LEVELS');
    this.add({ type: 'heading', level: Math.min(level, deepestHeading) as 1 | 2 | 3, text });
  }

  /** Below its picture, else above it. What is no picture's caption is text: a table has its caption as a line. */
  private placeCaption(caption: Paragraph, text: string): void {
    this.endList();
    const last = this.blocks.at(-1);
    const fits = text.length <= longestCaption;
    if (!fits) this.context.warnings.add('CAPTIONS_LONG');
    if (fits && last?.type === 'picture' && last.caption === undefined && !text.startsWith('表')) last.caption = text;
    else {
      this.endCaption();
      if (fits) this.caption = caption;
      else this.blocks.push(caption);
    }
  }

  private readTable(table: Xml): void {
    for (const block of readTable(table, this.context, (cell) => new Body(this.context).read(cell))) this.add(block);
  }

  private add(block: Draft): void {
    this.endList();
    if (block.type === 'picture' && this.caption) this.captionNext(block, this.caption);
    else this.endCaption();
    this.blocks.push(block);
  }

  private captionNext(picture: Picture, caption: Paragraph): void {
    this.caption = null;
    picture.caption ??= oneLine(textOf(caption.runs));
  }

  private endCaption(): void {
    if (this.caption) this.blocks.push(this.caption);
    this.caption = null;
  }

  private endList(): void {
    if (this.items.length === 0) return;
    this.endCaption();
    this.blocks.push(...nested(this.items, this.context.warnings));
    this.items = [];
  }
}

function paragraphsWithText(parent: Xml): number {
  return [...descendants(parent)].filter((element) => element.name === 'w:p' && [...descendants(element)].some(({ name }) => name === 'w:t')).length;
}
