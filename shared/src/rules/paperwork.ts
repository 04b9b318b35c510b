import type { FormColumn, FormDefinition, FormTable } from './paperwork-forms.ts';
import { type BusinessDate, datesOfMonth } from './week.ts';

/** What a town made of one column. The order of these is the order on paper. */
export interface ColumnSetting {
  /** `table.column` */
  readonly key: string;
  readonly label: string;
  readonly hidden: boolean;
}

/** A town's own form: null title as it came. */
export interface FormSetting {
  readonly title: string | null;
  readonly columns: readonly ColumnSetting[];
}

export interface ArrangedColumn extends FormColumn {
  readonly hidden: boolean;
}

export interface ArrangedTable extends FormTable {
  readonly columns: readonly ArrangedColumn[];
}

export interface ArrangedForm extends FormDefinition {
  readonly tables: readonly ArrangedTable[];
}

/**
 * A form as a town has it. Settings may be older than the definition: what is not known any more is left out, and what
 * came since stands where the definition puts it. A required column is shown whatever was set.
 */
export function arranged(definition: FormDefinition, setting: FormSetting | null): ArrangedForm {
  return { ...definition, title: setting?.title ?? definition.title, tables: definition.tables.map((table) => arrangedTable(table, setting?.columns ?? [])) };
}

function arrangedTable(table: FormTable, settings: readonly ColumnSetting[]): ArrangedTable {
  const placeOf = ({ key }: FormColumn): number => settings.findIndex((one) => one.key === `${table.key}.${key}`);
  const known = table.columns.filter((column) => placeOf(column) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
  const columns = [...known];
  table.columns.forEach((column, at) => {
    if (placeOf(column) < 0) columns.splice(at, 0, column);
  });
  return { ...table, columns: columns.map((column) => arrangedColumn(column, settings[placeOf(column)])) };
}

function arrangedColumn(column: FormColumn, setting: ColumnSetting | undefined): ArrangedColumn {
  return { ...column, label: setting?.label ?? column.label, hidden: !column.required && (setting?.hidden ?? false) };
}

/** The first required column that these settings would hide; null where they hide none. */
export function hiddenButRequired({ tables }: FormDefinition, settings: readonly ColumnSetting[]): FormColumn | null {
  const hidden = new Set(settings.filter((one) => one.hidden).map(({ key }) => key));
  const required = tables.flatMap((table) => table.columns.filter((column) => column.required && hidden.has(`${table.key}.${column.key}`)));
  return required[0] ?? null;
}

/** The first key that is no column of this form, or stands twice; null where all are known. */
export function unknownColumn({ tables }: FormDefinition, settings: readonly ColumnSetting[]): string | null {
  const left = new Set(tables.flatMap((table) => table.columns.map(({ key }) => `${table.key}.${key}`)));
  return settings.find(({ key }) => !left.delete(key))?.key ?? null;
}

/** '2026年11月' or '2026年' */
export function periodInChinese(period: string): string {
  const [year, month] = period.split('-');
  return month ? `${year}年${Number(month)}月` : `${year}年`;
}

/** First and last day of '2026-11' or of '2026'. */
export function daysOfPeriod(period: string): { from: BusinessDate; to: BusinessDate } {
  return period.length > 4 ? datesOfMonth(period) : { from: `${period}-01-01`, to: `${period}-12-31` };
}

/** How long a zip is kept after it was made. */
export const bundleKeptDays = 7;
export const bundleStates = ['waiting', 'making', 'ready', 'failed', 'swept'] as const;
export type BundleState = (typeof bundleStates)[number];
export const bundleStateNames: Readonly<Record<BundleState, string>> = { waiting: '等着打包', making: '正在打包', ready: '可以下载', failed: '没有打成', swept: '已过期清掉' };
