import type { ArrangedForm } from '@weidangxiao/shared/rules/paperwork.ts';
import type { FormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import type { Form, FormFact, FormRow, SheetCheck } from './form.ts';

export interface Filling {
  readonly key: FormKey;
  readonly arranged: ArrangedForm;
  readonly unit: string;
  readonly date: string;
  /** Before the form's own title: 第三组2026年11月 */
  readonly about?: string;
  readonly lead?: string | null;
  readonly facts?: readonly FormFact[];
  /** By the key of their table. */
  readonly rows: Readonly<Record<string, AsyncIterable<FormRow> | readonly FormRow[]>>;
  readonly fileName: string;
  readonly check?: SheetCheck;
}

/** A form as the town arranged it, filled with what was recorded. */
export function newForm({ key, arranged, unit, date, about = '', lead = null, facts = [], rows, fileName, check }: Filling): Form {
  return {
    ...{ key, unit, date, lead, facts, fileName: safeName(fileName), landscape: arranged.landscape, signatures: arranged.signatures },
    title: titled(about, arranged.title),
    notes: check ? [...arranged.notes, `编号${check.code}。公示以后改没改过，打开${check.address}核对，不显示姓名。`] : arranged.notes,
    check: check ?? null,
    tables: arranged.tables.map((table) => ({
      heading: table.heading,
      columns: table.columns.filter(({ hidden }) => !hidden),
      rowHeight: table.rowHeight ?? null,
      rows: asyncly(rows[table.key] ?? []),
    })),
  };
}

/** 2026年 and 年度评定得分表 share their 年. */
function titled(about: string, title: string): string {
  return about.endsWith('年') && title.startsWith('年') ? `${about}${title.slice(1)}` : `${about}${title}`;
}

async function* asyncly(rows: AsyncIterable<FormRow> | readonly FormRow[]): AsyncIterable<FormRow> {
  yield* rows;
}

/** What no file system minds. */
export function safeName(name: string): string {
  return name.replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || '表格';
}
