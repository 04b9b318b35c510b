import { childrenNamed, flagOf, valueOf, type Xml } from './xml.ts';
import { formatNumber } from './number-formats.ts';

interface Level {
  readonly format: string;
  /** The label's pattern, as `%1.%2、`. */
  readonly pattern: string;
  readonly start: number;
  /** What stands between label and text. */
  readonly gap: string;
  /** The paragraph style that stands for this level, for lists that come with a style. */
  readonly styleId: string | null;
  /** All counts of the label in digits, however their own levels write them. */
  readonly digits: boolean;
}

interface Definition {
  /** What counts on together: lists made from one abstract definition share their counters. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** How a paragraph is numbered where it stands. */
export interface Numbered {
  readonly ordered: boolean;
  readonly level: number;
  /** Which list it belongs to. */
  readonly numId: string;
  readonly number: number;
  /** As Word shows it, with what follows it: `一、`, `2.1 `. Empty for bullets. */
  readonly label: string;
  /** Whether its label is more than the number that every list shows. */
  readonly fancy: boolean;
}

const levels = 9;

/** The lists of a document (ECMA-376 17.9), counted on as paragraphs are read in their order. */
export class Numbering {
  private readonly abstracts: ReadonlyMap<string, Xml>;
  private readonly instances: ReadonlyMap<string, Xml>;
  private readonly definitions = new Map<string, Definition | null>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly xml: Xml | null) {
    this.abstracts = new Map(childrenNamed(xml, 'w:abstractNum').map((item) => [item.attributes['w:abstractNumId'] ?? '', item]));
    this.instances = new Map(childrenNamed(xml, 'w:num').map((item) => [item.attributes['w:numId'] ?? '', item]));
  }

  /** Counts on. Null for what only says that it is numbered: number 0, no such list, no visible label. */
  next({ numId, level: wanted }: { readonly numId: string | null; readonly level: number | null }, styleId: string | null): Numbered | null {
    const definition = numId === null || numId === '0' ? null : this.definition(numId);
    const level = Math.min(wanted ?? levelOfStyle(definition, styleId) ?? 0, levels - 1);
    const shape = definition?.levels.get(level);
    if (numId === null || !definition || !shape || isInvisible(shape)) return null;
    const counts = this.count(numId, definition, level);
    const ordered = shape.format !== 'bullet' && shape.format !== 'none';
    const label = ordered ? labelOf(shape, definition, counts) : '';
    return { ordered, level, numId, number: counts[level] ?? 1, label, fancy: ordered && !/^\d+[.．、)）]?\s*$/.test(label) };
  }

  private count(numId: string, definition: Definition, level: number): readonly number[] {
    const counts = this.counters.get(definition.key) ?? [];
    if (!this.begun.has(numId)) for (const [at, start] of definition.restarts) counts[at] = start - 1;
    this.begun.add(numId);
    for (let above = 0; above < level; above += 1) counts[above] ??= startOf(definition, above);
    counts[level] = (counts[level] ?? startOf(definition, level) - 1) + 1;
    counts.length = level + 1;
    this.counters.set(definition.key, counts);
    return counts;
  }

  private definition(numId: string): Definition | null {
    const known = this.definitions.get(numId);
    if (known !== undefined) return known;
    const made = this.define(numId);
    this.definitions.set(numId, made);
    return made;
  }

  private define(numId: string): Definition | null {
    const instance = this.instances.get(numId) ?? null;
    const key = valueOf(instance, 'w:abstractNumId');
    const abstract = key === null ? null : this.followed(this.abstracts.get(key) ?? null);
    if (key === null || !abstract) return null;
    const own = childrenNamed(instance, 'w:lvlOverride');
    const replaced = own.flatMap((override) => childrenNamed(override, 'w:lvl'));
    const restarts = own.flatMap((override) => {
      const start = valueOf(override, 'w:startOverride');
      return start === null ? [] : [[Number(override.attributes['w:ilvl'] ?? 0), Number(start)] as const];
    });
    return { key, levels: new Map([...childrenNamed(abstract, 'w:lvl'), ...replaced].map(levelOf)), restarts: new Map(restarts) };
  }

  /** A definition may only name a list style, whose definition is another one that carries this name. */
  private followed(abstract: Xml | null): Xml | null {
    const style = valueOf(abstract, 'w:numStyleLink');
    if (style === null) return abstract;
    return childrenNamed(this.xml, 'w:abstractNum').find((other) => valueOf(other, 'w:styleLink') === style) ?? abstract;
  }
}

function levelOf(level: Xml): [number, Level] {
  const gap = valueOf(level, 'w:suff') === 'nothing' ? '' : ' ';
  const shape = { format: valueOf(level, 'w:numFmt') ?? 'decimal', pattern: valueOf(level, 'w:lvlText') ?? '', start: Number(valueOf(level, 'w:start') ?? 0), gap, styleId: valueOf(level, 'w:pStyle') };
  return [Number(level.attributes['w:ilvl'] ?? 0), { ...shape, digits: flagOf(level, 'w:isLgl') === true }];
}

function levelOfStyle(definition: Definition | null, styleId: string | null): number | null {
  if (styleId === null) return null;
  return [...(definition?.levels ?? [])].find(([, shape]) => shape.styleId === styleId)?.[0] ?? null;
}

function isInvisible({ format, pattern }: Level): boolean {
  return format === 'none' && pattern.trim() === '';
}

function startOf({ levels: shapes }: Definition, level: number): number {
  return shapes.get(level)?.start ?? 1;
}

/** `%2` stands for the count of the second level, written as that level writes it. */
function labelOf({ pattern, gap, digits }: Level, { levels: shapes }: Definition, counts: readonly number[]): string {
  const label = pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return formatNumber(counts[at] ?? 1, digits ? 'decimal' : (shapes.get(at)?.format ?? 'decimal'));
  });
  // Chinese and full-width marks carry their own space.
  return /[、，．）】〕]$/.test(label) ? label : label + gap;
}
