import { child, childrenNamed, flagOf, valueOf, type Xml } from './xml.ts';

/** What a paragraph is by its style. */
export type ParagraphRole = 'title' | 'caption' | 'quote' | 'contents' | 'body';

export interface ParagraphStyle {
  readonly role: ParagraphRole;
  /** 1 to 9; null for what is no heading. */
  readonly headingLevel: number | null;
  readonly numbering: { readonly numId: string | null; readonly level: number | null };
  readonly styleId: string | null;
  readonly centered: boolean;
}

export interface TextStyle {
  readonly bold: boolean;
  readonly hidden: boolean;
  /** Half points; null where nothing says. */
  readonly size: number | null;
}

/** Built-in styles by their names: Word writes English ones, WPS and people also Chinese. */
const roles: readonly (readonly [ParagraphRole, RegExp])[] = [
  ['title', /^(title|标题)$/],
  ['caption', /^(caption|题注)$/],
  ['quote', /^(quote|intense ?quote|引用|明显引用)$/],
  ['contents', /^(toc ?\d|toc ?heading|目录 ?\d?|toc标题)$/],
];
const heading = /^(?:heading|标题) ?([1-9])$/;
const bodyLevel = 9;

/** The styles of a document, each with what it is based on. */
export class Styles {
  private readonly styles: ReadonlyMap<string, Xml>;
  private readonly defaults: ReadonlyMap<string, string>;
  private readonly defaultText: Xml | null;

  constructor(xml: Xml | null) {
    const all = childrenNamed(xml, 'w:style');
    this.styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    this.defaults = new Map(all.filter(isDefault).map((style) => [style.attributes['w:type'] ?? '', style.attributes['w:styleId'] ?? '']));
    this.defaultText = child(child(child(xml, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  }

  /** `properties` is the paragraph's own w:pPr, which outweighs its style. */
  paragraph(properties: Xml | null): ParagraphStyle {
    const chain = this.chain('paragraph', valueOf(properties, 'w:pStyle'));
    const own = [properties, ...chain.map((style) => child(style, 'w:pPr'))];
    const role = first(chain, (style) => roleOf(style)) ?? 'body';
    return {
      role,
      headingLevel: role === 'body' ? headingLevelOf(properties, chain) : null,
      numbering: {
        numId: first(own, (level) => valueOf(child(level, 'w:numPr'), 'w:numId')),
        level: numberOrNull(first(own, (level) => valueOf(child(level, 'w:numPr'), 'w:ilvl'))),
      },
      styleId: valueOf(properties, 'w:pStyle'),
      centered: first(own, (level) => valueOf(level, 'w:jc')) === 'center',
    };
  }

  /**
   * What a run's text is like: its own w:rPr, else its character style with the paragraph's, which for on and off
   * properties cancel each other out (ECMA-376 17.7.3).
   */
  text(properties: Xml | null, paragraph: Xml | null): TextStyle {
    const fromParagraph = this.texts('paragraph', valueOf(paragraph, 'w:pStyle'));
    const styleId = valueOf(properties, 'w:rStyle');
    const fromCharacter = styleId === null ? [] : this.texts('character', styleId);
    const toggled = (name: string): boolean => {
      const own = flagOf(properties, name);
      if (own !== null) return own;
      if (flagOf(this.defaultText, name)) return true;
      return [fromParagraph, fromCharacter].filter((levels) => first(levels, (level) => flagOf(level, name)) === true).length === 1;
    };
    const size = first([properties, ...fromCharacter, ...fromParagraph, this.defaultText], (level) => valueOf(level, 'w:sz'));
    return { bold: toggled('w:b'), hidden: toggled('w:vanish'), size: numberOrNull(size) };
  }

  /** Whether a table style makes its first row stand out. */
  marksFirstRow(styleId: string | null): boolean {
    return this.chain('table', styleId).some((style) => childrenNamed(style, 'w:tblStylePr').some(({ attributes }) => attributes['w:type'] === 'firstRow'));
  }

  private texts(type: string, id: string | null): (Xml | null)[] {
    return this.chain(type, id).map((style) => child(style, 'w:rPr'));
  }

  /** A style and what it is based on; without an id, or with one that is not there, the default of its type. */
  private chain(type: string, id: string | null): Xml[] {
    const chain: Xml[] = [];
    let next = id !== null && this.styles.has(id) ? id : (this.defaults.get(type) ?? null);
    while (next !== null) {
      const style = this.styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = valueOf(style, 'w:basedOn');
    }
    // Where the file does not describe a built-in style, its id still tells.
    if (id !== null && !this.styles.has(id) && type === 'paragraph') chain.unshift({ name: 'w:style', attributes: { 'w:styleId': id }, children: [] });
    return chain;
  }
}

function isDefault({ attributes }: Xml): boolean {
  return ['1', 'true', 'on'].includes(attributes['w:default'] ?? '');
}

/** Names first: in a Chinese Word the id of heading 1 is just "1". */
function namesOf(style: Xml): string[] {
  return [valueOf(style, 'w:name') ?? '', style.attributes['w:styleId'] ?? ''].map((name) => name.trim().toLowerCase());
}

function roleOf(style: Xml): ParagraphRole | null {
  const names = namesOf(style);
  return roles.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? null;
}

/** The paragraph's own outline level, else the nearest style that is a heading by name or by outline level. */
function headingLevelOf(properties: Xml | null, chain: readonly Xml[]): number | null {
  const own = outlineOf(properties);
  const level = own ?? first(chain, (style) => nameLevelOf(style) ?? outlineOf(child(style, 'w:pPr')));
  return level === null || level > bodyLevel ? null : level;
}

function nameLevelOf(style: Xml): number | null {
  return first(namesOf(style), (name) => numberOrNull(heading.exec(name)?.[1] ?? null));
}

/** 1 to 9, or 10 for what says that it is body text. */
function outlineOf(properties: Xml | null): number | null {
  const level = numberOrNull(valueOf(properties, 'w:outlineLvl'));
  return level === null ? null : level + 1;
}

function first<T, R>(items: readonly T[], ask: (item: T) => R | null): R | null {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== null) return answer;
  }
  return null;
}

function numberOrNull(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : null;
}
