import { AppError } from '@weidangxiao/shared/errors.ts';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { prefixOf, understood } from './namespaces.ts';

/** An element under its usual name (`w:p`), whatever prefix and edition of the format the file uses. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

interface Growing extends Xml {
  readonly children: (Growing | string)[];
}

/** A part of a long thesis stays under a tenth of these. */
const maxElements = 400_000;
const maxDepth = 200;
const maxBytes = 24 * 1024 * 1024;
const maxSmallBytes = 1024 * 1024;
const slice = 64 * 1024;

/**
 * The tree of an XML part, bounded while it is read, with turns for other requests in between. A document type is
 * refused: entities of its own are the way to make a small file large, or to reach for other files.
 * @throws AppError FILE_UNREADABLE, FILE_TOO_COMPLEX
 */
export async function parseXml(bytes: Buffer): Promise<Xml> {
  requireWithin(maxBytes, bytes);
  const text = decoded(bytes);
  const builder = new TreeBuilder();
  for (let at = 0; at < text.length; at += slice) {
    if (at > 0) await nextTurn();
    builder.write(text.slice(at, at + slice));
  }
  return builder.end();
}

/** The same in one go, for the small parts that say where the others are. */
export function parseSmallXml(bytes: Buffer): Xml {
  requireWithin(maxSmallBytes, bytes);
  const builder = new TreeBuilder();
  builder.write(decoded(bytes));
  return builder.end();
}

function requireWithin(limit: number, { length }: Buffer): void {
  if (length > limit) throw new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason: '正文太长' } });
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private readonly open: Growing[] = [];
  private root: Growing | null = null;
  private elements = 0;

  constructor() {
    this.parser.on('doctype', () => this.fail());
    this.parser.on('error', (error) => this.fail(error));
    this.parser.on('opentag', (tag) => this.enter(tag));
    this.parser.on('closetag', () => this.leave());
    this.parser.on('text', (text) => this.add(text));
    this.parser.on('cdata', (text) => this.add(text));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  end(): Xml {
    this.parser.close();
    return this.root ?? this.fail();
  }

  private enter(tag: SaxesTagNS): void {
    this.elements += 1;
    if (this.elements > maxElements || this.open.length >= maxDepth) throw new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason: '正文太长' } });
    const element: Growing = { name: nameOf(tag), attributes: attributesOf(tag), children: [] };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  /** Content written twice, for newer and for older readers, is taken once. */
  private leave(): void {
    const element = this.open.pop();
    const parent = this.open.at(-1);
    if (element?.name !== 'mc:AlternateContent' || !parent) return;
    parent.children.pop();
    parent.children.push(...(alternativeOf(element)?.children ?? []));
  }

  private add(text: string): void {
    this.open.at(-1)?.children.push(text);
  }

  private fail(cause?: Error): never {
    throw new AppError('FILE_UNREADABLE', { field: 'file', detail: { reason: '里面的正文不完整' }, cause });
  }
}

function alternativeOf({ children }: Growing): Growing | undefined {
  const alternatives = children.filter((part) => typeof part !== 'string');
  const readable = alternatives.find(({ name, attributes }) => name === 'mc:Choice' && (attributes['Requires'] ?? '').split(' ').every((prefix) => understood.has(prefix)));
  return readable ?? alternatives.find(({ name }) => name === 'mc:Fallback') ?? alternatives[0];
}

function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le').slice(1);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function nameOf({ uri, prefix, local }: SaxesTagNS): string {
  const usual = prefixOf(uri) ?? prefix;
  return usual ? `${usual}:${local}` : local;
}

const none: Readonly<Record<string, string>> = Object.freeze({});

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const given = Object.values(tag.attributes);
  if (given.length === 0) return none;
  const attributes: Record<string, string> = {};
  for (const { uri, prefix, local, value } of given) {
    const usual = uri ? (prefixOf(uri) ?? prefix) : '';
    // Prefixes in mc:Requires mean what they mean where they stand.
    const settled = local === 'Requires' && !uri ? value.split(/\s+/).map((name) => prefixOf(tag.ns[name] ?? '') ?? name).join(' ') : value;
    attributes[usual ? `${usual}:${local}` : local] = settled;
  }
  return attributes;
}

export function elements({ children }: Xml): Xml[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of this name. */
export function child(parent: Xml | null | undefined, name: string): Xml | null {
  return (parent && elements(parent).find((element) => element.name === name)) ?? null;
}

export function childrenNamed(parent: Xml | null, name: string): Xml[] {
  return parent ? elements(parent).filter((element) => element.name === name) : [];
}

/** `w:val` of the first child of this name; null where there is none. */
export function valueOf(parent: Xml | null | undefined, name: string): string | null {
  return child(parent, name)?.attributes['w:val'] ?? null;
}

/** Word's on/off: there without a value is on. Null where it is not there. */
export function flagOf(parent: Xml | null | undefined, name: string): boolean | null {
  const element = child(parent, name);
  if (!element) return null;
  return !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? 'true');
}

/** All elements below, in reading order. */
export function* descendants(parent: Xml): Generator<Xml> {
  for (const element of elements(parent)) {
    yield element;
    yield* descendants(element);
  }
}

/** The first element below of this name. */
export function find(parent: Xml, name: string): Xml | null {
  for (const element of descendants(parent)) if (element.name === name) return element;
  return null;
}

/** All text below, as it stands. */
export function textIn(parent: Xml): string {
  return parent.children.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
}
