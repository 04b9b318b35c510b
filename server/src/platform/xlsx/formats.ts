import { type Attributes, readXml } from './xml.ts';

/** How a number is shown: as a date, or with so many decimals (null: as many as it has). */
export interface Format {
  readonly isDate: boolean;
  readonly decimals: number | null;
}

const general: Format = { isDate: false, decimals: null };

/** Numbers of built-in formats that show a day; 27 to 36 and 50 to 58 are Chinese ones. Times without a day are none. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInDecimals: ReadonlyMap<number, number> = new Map([[1, 0], [2, 2], [3, 0], [4, 2]]);

/** The formats of `xl/styles.xml` by a cell's `s`. */
export class Formats {
  private readonly custom = new Map<number, Format>();
  private readonly styles: Format[] = [];
  private inCellStyles = false;

  static async read(pieces: AsyncIterable<Buffer>): Promise<Formats> {
    const formats = new Formats();
    await readXml(pieces, { open: (name, attributes) => formats.open(name, attributes), close: (name) => formats.close(name) });
    return formats;
  }

  of(style: string | undefined): Format {
    return this.styles[Number(style ?? 0)] ?? general;
  }

  private open(name: string, attributes: Attributes): void {
    if (name === 'numFmt') this.custom.set(Number(attributes['numFmtId']), formatOf(attributes['formatCode'] ?? ''));
    if (name === 'cellXfs') this.inCellStyles = true;
    if (name === 'xf' && this.inCellStyles) this.styles.push(this.numbered(Number(attributes['numFmtId'] ?? 0)));
  }

  private close(name: string): void {
    if (name === 'cellXfs') this.inCellStyles = false;
  }

  private numbered(id: number): Format {
    const custom = this.custom.get(id);
    if (custom) return custom;
    return { isDate: builtInDates.has(id), decimals: builtInDecimals.get(id) ?? null };
  }
}

/** A code such as `yyyy"年"m"月"` or `0.00`. A day needs a year; hours alone are no date. */
export function formatOf(code: string): Format {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';');
  if (/[ye]/i.test(positive.replace(/E[+-]/gi, ''))) return { isDate: true, decimals: null };
  const [, decimals] = /\.(0+)/.exec(positive) ?? [];
  if (decimals) return { isDate: false, decimals: decimals.length };
  return { isDate: false, decimals: /^[#,]*0$/.test(positive.trim()) ? 0 : null };
}
