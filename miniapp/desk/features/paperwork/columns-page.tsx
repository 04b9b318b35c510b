import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type FormKey, formKeys } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { useState } from 'react';
import { ask } from '../../components/ask.ts';
import { FilterBar } from '../../components/bars.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { BarSelect, Check, inputClass, TextField } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { moved } from './moved.ts';
import { PaperTabs } from './paper-tabs.tsx';
import css from './paperwork.module.css';

type OwnForm = Answer<'listForms'>['forms'][number];
type Table = OwnForm['tables'][number];
type Column = Table['columns'][number];

/** How the town wants its forms: what they are called, which columns in which order. */
export function ColumnsPage() {
  const [key, setKey] = useState<FormKey>('sign-in-blank');
  const [edited, setEdited] = useState<OwnForm | null>(null);
  const loaded = useLoaded('forms', () => call('listForms', {}));
  const act = useAct();
  const stored = loaded.data?.forms.find((form) => form.key === key) ?? null;
  useUnsaved(edited ? `“${edited.title}”的改动` : null);
  const take = async (form: OwnForm, words: string): Promise<void> => {
    if (loaded.data) loaded.put({ forms: loaded.data.forms.map((one) => (one.key === form.key ? form : one)) });
    setEdited(null);
    say(words);
  };
  const save = (form: OwnForm): Promise<boolean> => act.run(async () => take(await call('setForm', { params: { form: key }, body: bodyOf(form) }), '存好了，以后的表都这样'));
  const reset = async (): Promise<void> => {
    if (await ask({ title: '恢复原样', text: '列名、顺序和藏起来的列都回到原来的样子。', yes: '恢复' })) await act.run(async () => take(await call('resetForm', { params: { form: key } }), '已恢复原样'));
  };
  const pick = async (next: FormKey): Promise<void> => {
    if (edited && !(await ask({ title: '还没保存', text: '换一张表，刚才的改动就没有了。', yes: '不要了', no: '接着改' }))) return;
    setEdited(null);
    setKey(next);
  };
  const actions = (
    <>
      {stored?.changed ? <Button disabled={act.busy} onClick={() => void reset()}>恢复原样</Button> : null}
      <Button kind="primary" busy={act.busy} disabled={!edited} onClick={() => edited && void save(edited)}>保存</Button>
    </>
  );
  return (
    <Page title="表格材料" aside="改了以后，新出的表都按这里的来" actions={actions}>
      <PaperTabs now="/paper-columns" />
      <FilterBar>
        <BarSelect label="哪张表" value={key} choices={formKeys.map((one) => ({ value: one, label: loaded.data?.forms.find((form) => form.key === one)?.title ?? '' }))} onChange={(event) => void pick(event.target.value as FormKey)} />
      </FilterBar>
      <FailureNote failure={act.failure} />
      <Ready of={loaded}>{() => (stored ? <Editor form={edited ?? stored} onChange={setEdited} /> : null)}</Ready>
    </Page>
  );
}

function Editor({ form, onChange }: { form: OwnForm; onChange: (form: OwnForm) => void }) {
  const change = (at: number, columns: Column[]): void => onChange({ ...form, tables: form.tables.map((table, place) => (place === at ? { ...table, columns } : table)) });
  return (
    <Pad narrow>
      <div className="stack">
        <TextField label="表名" value={form.title} maxLength={40} hint={form.title === form.usualTitle ? '' : `原来叫“${form.usualTitle}”`} onChange={(event) => onChange({ ...form, title: event.target.value })} />
        {form.tables.map((table, at) => (
          <Section key={table.key} title={table.heading ?? '列'}>
            <Columns columns={table.columns} onChange={(columns) => change(at, columns)} />
          </Section>
        ))}
      </div>
    </Pad>
  );
}

function Columns({ columns, onChange }: { columns: Column[]; onChange: (columns: Column[]) => void }) {
  const set = (at: number, part: Partial<Column>): void => onChange(columns.map((column, place) => (place === at ? { ...column, ...part } : column)));
  return (
    <table className={css.columns}>
      <tbody>
        {columns.map((column, at) => (
          <tr key={column.key}>
            <td className="nowrap">
              <IconButton icon="arrowUp" label={`${column.label}往前`} disabled={at === 0} onClick={() => onChange(moved(columns, at, -1))} />
              <IconButton icon="arrowDown" label={`${column.label}往后`} disabled={at === columns.length - 1} onClick={() => onChange(moved(columns, at, 1))} />
            </td>
            <td><input type="text" className={inputClass} aria-label={`${column.usualLabel}的列名`} value={column.label} maxLength={20} onChange={(event) => set(at, { label: event.target.value })} /></td>
            <td className="note-size minor">{column.label === column.usualLabel ? '' : `原来叫${column.usualLabel}`}</td>
            <td>{column.required ? <span className="note-size minor">一定要有</span> : <Check label="印出来" checked={!column.hidden} onChange={(on) => set(at, { hidden: !on })} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bodyOf({ title, usualTitle, tables }: OwnForm) {
  return { title: title.trim() === usualTitle ? null : title, columns: tables.flatMap(({ columns }) => columns.map(({ key, label, hidden }) => ({ key, label, hidden }))) };
}
