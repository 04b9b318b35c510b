import type { Draft, Piece } from './draft.ts';
import { Drawings } from './drawings.ts';
import { isContents, isEquation, linkIn } from './fields.ts';
import { shifted, symbolOf } from './symbols.ts';
import type { TextStyle } from './styles.ts';
import type { WarningCode } from './warnings.ts';
import type { WordContext } from './word-context.ts';
import { child, childrenNamed, elements, flagOf, textIn, valueOf, type Xml } from './xml.ts';

type Read = (element: Xml) => Piece[];

/** What a run is made of when it is read. */
interface Style extends TextStyle {
  readonly shift: 'superscript' | 'subscript' | null;
  /** Has colours, lines and the like, which a lesson does not keep. */
  readonly formatted: boolean;
}

/** Reads one paragraph's line of text, with what stands in it. */
export class Line {
  private readonly drawings: Drawings;
  private paragraph: Xml | null = null;
  private wasFormatted = false;
  private style: Style = { bold: false, hidden: false, size: null, shift: null, formatted: false };
  /** Text of a table of contents that was left out. */
  private contents = false;

  constructor(
    private readonly context: WordContext,
    readBox: (content: Xml) => readonly Draft[],
  ) {
    this.drawings = new Drawings(context, readBox);
  }

  read(paragraph: Xml, properties: Xml | null): { pieces: Piece[]; contents: boolean } {
    this.paragraph = properties;
    return { pieces: this.within(paragraph), contents: this.contents };
  }

  private within(parent: Xml): Piece[] {
    return elements(parent).flatMap((element) => this.inParagraph[element.name]?.(element) ?? []);
  }

  /** What may stand between a paragraph and its runs. What is not here has no text of its own. */
  private readonly inParagraph: Readonly<Record<string, Read>> = {
    'w:r': (run) => this.run(run),
    'w:hyperlink': (link) => this.link(link),
    'w:fldSimple': (field) => this.simpleField(field),
    'w:sdt': (control) => this.control(control),
    'w:smartTag': (tag) => this.within(tag),
    'w:customXml': (tag) => this.within(tag),
    'w:dir': (text) => this.within(text),
    'w:bdo': (text) => this.within(text),
    'w:ins': (change) => [...this.lost('TRACKED_CHANGES'), ...this.within(change)],
    'w:moveTo': (change) => [...this.lost('TRACKED_CHANGES'), ...this.within(change)],
    'w:del': () => this.lost('TRACKED_CHANGES'),
    'w:moveFrom': () => this.lost('TRACKED_CHANGES'),
    'm:oMathPara': (math) => this.within(math),
    'm:oMath': (math) => this.equation(math),
    'w:subDoc': () => this.lost('EMBEDDED_OBJECTS'),
  };

  private readonly inRun: Readonly<Record<string, Read>> = {
    'w:t': (text) => this.text(wordText(text)),
    'w:tab': () => this.text('\t'),
    'w:ptab': () => this.text('\t'),
    'w:cr': () => this.text('\n'),
    'w:br': ({ attributes }) => (['page', 'column'].includes(attributes['w:type'] ?? '') ? this.lost('PAGE_BREAKS') : this.text('\n')),
    'w:noBreakHyphen': () => this.text('\u2011'),
    'w:sym': ({ attributes }) => this.symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? ''),
    'w:ruby': (ruby) => this.ruby(ruby),
    'w:drawing': (drawing) => this.drawn(() => this.drawings.drawing(drawing)),
    'w:pict': (pict) => this.drawn(() => this.drawings.pict(pict)),
    'w:object': (object) => this.drawn(() => this.drawings.object(object)),
    'w:contentPart': () => this.lost('SHAPES'),
    'w:footnoteReference': () => this.lost('FOOTNOTES'),
    'w:endnoteReference': () => this.lost('ENDNOTES'),
    'w:commentReference': () => this.lost('COMMENTS'),
    'w:fldChar': ({ attributes }) => this.fieldMark(attributes['w:fldCharType'] ?? ''),
    'w:instrText': (instruction) => {
      this.context.fields.instruct(textIn(instruction));
      return [];
    },
  };

  private run(run: Xml): Piece[] {
    const properties = child(run, 'w:rPr');
    this.style = { ...this.context.styles.text(properties, this.paragraph), shift: shiftOf(properties), formatted: isFormatted(properties) };
    if (this.style.hidden && this.context.fields.showing && hasContent(run)) return this.lost('HIDDEN_TEXT');
    const pieces = elements(run).flatMap((element) => this.inRun[element.name]?.(element) ?? []);
    if (pieces.some(({ kind }) => kind === 'text')) this.noteFormat(this.style.formatted);
    return pieces;
  }

  private text(text: string): Piece[] {
    const { fields } = this.context;
    if (text === '' || !fields.showing) return [];
    fields.showed();
    if (fields.inContents) {
      this.contents ||= text.trim() !== '';
      return [];
    }
    const { bold, size, shift } = this.style;
    this.context.length.addText(text);
    const moved = shift && shifted(text, shift);
    if (shift && moved === null) this.context.warnings.add('FORMATTING');
    return [{ kind: 'text', text: moved ?? text, bold, size }];
  }

  private symbol(font: string, code: string): Piece[] {
    const sign = symbolOf(font, code);
    return sign === null ? this.lost('SYMBOLS') : this.text(sign);
  }

  private ruby(ruby: Xml): Piece[] {
    const base = child(ruby, 'w:rubyBase');
    return [...this.lost('PINYIN'), ...(base ? this.within(base) : [])];
  }

  private drawn(read: () => Piece[]): Piece[] {
    return this.context.fields.showing ? read() : [];
  }

  private link(link: Xml): Piece[] {
    const target = this.context.office.target(this.context.part, link.attributes['r:id']);
    const pieces = this.within(link);
    if (target?.external && pieces.length > 0) this.context.warnings.addNamed('LINKS', target.name);
    return pieces;
  }

  private simpleField(field: Xml): Piece[] {
    const instruction = field.attributes['w:instr'] ?? '';
    const { fields } = this.context;
    fields.begin();
    fields.instruct(instruction);
    fields.separate();
    const pieces = this.within(field);
    return [...pieces, ...this.fieldEnded()];
  }

  private fieldMark(type: string): Piece[] {
    if (type === 'begin') this.context.fields.begin();
    if (type === 'separate') this.context.fields.separate();
    return type === 'end' ? this.fieldEnded() : [];
  }

  private fieldEnded(): Piece[] {
    const { fields, warnings } = this.context;
    const ended = fields.end();
    if (!ended) return [];
    const address = linkIn(ended.instruction);
    if (address !== null && !fields.inContents) warnings.addNamed('LINKS', address);
    if (isEquation(ended.instruction) && !ended.shown) warnings.add('EQUATIONS');
    if (isContents(ended.instruction) && !ended.shown) warnings.add('CONTENTS_TABLE');
    return [];
  }

  /** A form's field; what it says while nobody has filled it in is no text. */
  private control(control: Xml): Piece[] {
    const content = child(control, 'w:sdtContent');
    return content && !flagOf(child(control, 'w:sdtPr'), 'w:showingPlcHdr') ? this.within(content) : [];
  }

  /** A formula in one line is text; one with fractions, roots and powers is more than that. */
  private equation(math: Xml): Piece[] {
    const parts = elements(math);
    if (parts.some(({ name }) => name !== 'm:r')) return this.lost('EQUATIONS');
    this.style = { bold: false, hidden: false, size: null, shift: null, formatted: false };
    return parts.flatMap((run) => childrenNamed(run, 'm:t').flatMap((text) => this.text(wordText(text))));
  }

  /** One stretch of coloured text is one loss, however many runs it is made of. */
  private noteFormat(formatted: boolean): void {
    if (formatted && !this.wasFormatted) this.context.warnings.add('FORMATTING');
    this.wasFormatted = formatted;
  }

  private lost(code: WarningCode): Piece[] {
    this.context.warnings.add(code);
    return [];
  }
}

/** Marks of fields are kept track of even where they are hidden. */
function hasContent(run: Xml): boolean {
  const names = elements(run).map(({ name }) => name);
  if (names.includes('w:fldChar')) return false;
  return textIn(run).trim() !== '' || names.some((name) => ['w:drawing', 'w:pict', 'w:object', 'w:sym'].includes(name));
}

/** Line ends in the file are not line ends in the text; outer spaces count only where the file says so. */
function wordText(text: Xml): string {
  const plain = textIn(text).replace(/[\t\r\n]+/g, ' ');
  return text.attributes['xml:space'] === 'preserve' ? plain : plain.replace(/^ +| +$/g, '');
}

function shiftOf(properties: Xml | null): 'superscript' | 'subscript' | null {
  const shift = valueOf(properties, 'w:vertAlign');
  return shift === 'superscript' || shift === 'subscript' ? shift : null;
}

function isFormatted(properties: Xml | null): boolean {
  const other = (name: string, plain: readonly string[]): boolean => !plain.includes((valueOf(properties, name) ?? plain[0] ?? '').toLowerCase());
  const fill = child(properties, 'w:shd')?.attributes['w:fill']?.toLowerCase() ?? 'auto';
  return (
    ['w:i', 'w:strike', 'w:dstrike'].some((name) => flagOf(properties, name) === true) ||
    other('w:u', ['none']) ||
    other('w:color', ['auto', '000000']) ||
    other('w:highlight', ['none']) ||
    other('w:em', ['none']) ||
    !['auto', 'ffffff'].includes(fill)
  );
}

/** Whether a paragraph or table row was deleted in a tracked change. */
export function isDeleted(properties: Xml | null): boolean {
  return child(properties, 'w:del') !== null || child(properties, 'w:moveFrom') !== null;
}

