import { arranged, daysOfPeriod, hiddenButRequired, periodInChinese, unknownColumn } from './paperwork.ts';
import { type FormDefinition, formDefinition, formKeys } from './paperwork-forms.ts';

const form: FormDefinition = {
  title: '签到表',
  subject: 'session',
  period: 'none',
  landscape: false,
  tables: [
    { key: 'rows', heading: null, columns: [{ key: 'no', label: '序号', width: 10 }, { key: 'name', label: '姓名', width: 20, required: true }, { key: 'remark', label: '备注', width: 30 }] },
    { key: 'more', heading: '另表', columns: [{ key: 'no', label: '序号', width: 10 }] },
  ],
  notes: [],
  signatures: [],
};
const column = (key: string, label: string, hidden = false) => ({ key, label, hidden });
const labels = (setting: Parameters<typeof arranged>[1]) => arranged(form, setting).tables.map(({ columns }) => columns.filter(({ hidden }) => !hidden).map(({ label }) => label));

describe('A town’s form', () => {
  test('is as it came until somebody changes it', () => {
    expect([arranged(form, null).title, labels(null)]).toEqual(['签到表', [['序号', '姓名', '备注'], ['序号']]]);
  });

  test('has its own title, names and order, table by table', () => {
    const setting = { title: '到会登记', columns: [column('rows.remark', '说明'), column('rows.name', '党员姓名'), column('rows.no', '序号', true)] };
    expect([arranged(form, setting).title, labels(setting)]).toEqual(['到会登记', [['说明', '党员姓名'], ['序号']]]);
  });

  test('shows what is required whatever was set, and says which column it is', () => {
    const columns = [column('rows.name', '姓名', true)];
    expect(labels({ title: null, columns })[0]).toContain('姓名');
    expect(hiddenButRequired(form, columns)?.label).toBe('姓名');
    expect(hiddenButRequired(form, [column('rows.remark', '备注', true)])).toBeNull();
  });

  test('keeps its order when a column goes and another comes later', () => {
    const columns = [column('rows.gone', '没有了'), column('rows.remark', '备注'), column('rows.no', '序号')];
    expect(labels({ title: null, columns })[0]).toEqual(['备注', '姓名', '序号']);
  });

  test('knows no foreign column, and none twice', () => {
    expect(unknownColumn(form, [column('rows.no', '序号'), column('more.no', '序号')])).toBeNull();
    expect(unknownColumn(form, [column('rows.phone', '电话')])).toBe('rows.phone');
    expect(unknownColumn(form, [column('rows.no', '序号'), column('rows.no', '序号')])).toBe('rows.no');
  });
});

test.each(formKeys)('the columns of %s have keys of their own, and at least one is required', (key) => {
  for (const { columns } of formDefinition(key).tables) {
    expect(new Set(columns.map((one) => one.key)).size).toBe(columns.length);
    expect(columns.some(({ required }) => required)).toBe(true);
  }
});

test('a period is a month or a year, with its first and last day', () => {
  expect([periodInChinese('2026-02'), periodInChinese('2026')]).toEqual(['2026年2月', '2026年']);
  expect([daysOfPeriod('2026-02'), daysOfPeriod('2028-02'), daysOfPeriod('2026-12'), daysOfPeriod('2026')]).toEqual([
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2028-02-01', to: '2028-02-29' },
    { from: '2026-12-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-12-31' },
  ]);
});
