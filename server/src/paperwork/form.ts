import type { FormColumn, FormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';

/** Cells by the key of their column; what a row lacks is an empty cell. */
export type FormRow = Readonly<Record<string, string>>;

export interface FormFact {
  readonly label: string;
  readonly value: string;
  /** Takes the whole width, for long text. */
  readonly wide?: boolean;
}

export interface FilledTable {
  readonly heading: string | null;
  /** Those that are shown, in their order. */
  readonly columns: readonly FormColumn[];
  /** Millimetres, at least. */
  readonly rowHeight: number | null;
  /** Read once, as they come. */
  readonly rows: AsyncIterable<FormRow>;
}

/** The code of a published sheet, and where anybody can look it up. */
export interface SheetCheck {
  /** ABCD-EFGH-JKMN */
  readonly code: string;
  readonly address: string;
}

/** A form that is ready for any of the three writers: xlsx, docx, print view. */
export interface Form {
  readonly key: FormKey;
  readonly title: string;
  readonly unit: string;
  /** 2026年11月30日 */
  readonly date: string;
  readonly landscape: boolean;
  /** A sentence between head and facts, as a certificate has it. */
  readonly lead: string | null;
  readonly facts: readonly FormFact[];
  readonly tables: readonly FilledTable[];
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
  /** Of a published sheet; it stands among the notes too. */
  readonly check: SheetCheck | null;
  /** Without an extension. */
  readonly fileName: string;
}
