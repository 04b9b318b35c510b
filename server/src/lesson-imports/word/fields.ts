interface Field {
  instruction: string;
  inResult: boolean;
  /** Its result has some text. */
  shown: boolean;
}

/** A field that has ended: what it was asked, and whether it showed anything. */
export type EndedField = Readonly<Pick<Field, 'instruction' | 'shown'>>;

/** Where the reading stands within fields, which may lie in each other and span paragraphs. Their results are text, their instructions are not. */
export class Fields {
  private readonly open: Field[] = [];

  begin(): void {
    this.open.push({ instruction: '', inResult: false, shown: false });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.inResult = true;
  }

  end(): EndedField | null {
    return this.open.pop() ?? null;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.inResult) field.instruction += text;
  }

  /** Whether what comes now is seen by a reader. */
  get showing(): boolean {
    return this.open.every(({ inResult }) => inResult);
  }

  /** Within a table of contents, whose entries repeat the headings. */
  get inContents(): boolean {
    return this.open.some(({ instruction, inResult }) => inResult && isContents(instruction));
  }

  showed(): void {
    for (const field of this.open) if (field.inResult) field.shown = true;
  }
}

export function isContents(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction);
}

/** The address outside the document, or null. */
export function linkIn(instruction: string): string | null {
  const [, address] = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction) ?? [];
  return address ?? null;
}

/** Word's old way to set a formula, or a character in a circle, out of an instruction. */
export function isEquation(instruction: string): boolean {
  return /^\s*EQ\b/i.test(instruction);
}
