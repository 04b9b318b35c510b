import { formDefinition, type FormKey, formKeys } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { askedIn } from '../../platform/router.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { fileName, fileOf, type Format, type PaperChoice, type PaperForm, viewOf, wanted } from './paper-choice.ts';
import { PaperTabs } from './paper-tabs.tsx';
import { PaperTarget, thisMonth } from './paper-target.tsx';
import { PrintForm } from './print-form.tsx';

/** One sheet: which, of whom, of when; then to be looked at, printed or taken away. */
export function PaperworkPage() {
  const [choice, setChoice] = useState(firstChoice);
  const want = wanted(choice);
  const key = want && JSON.stringify(want);
  const shown = useLoaded(key, () => viewOf(want as NonNullable<typeof want>));
  const act = useAct();
  const save = (form: PaperForm, format: Format): Promise<boolean> => act.run(async () => want && saveFile(await fileOf(want, format), fileName(form, choice, format)));
  const actions = (
    <>
      <Button icon="download" disabled={!shown.data || act.busy} onClick={() => shown.data && void save(shown.data, 'xlsx')}>Excel</Button>
      <Button icon="download" disabled={!shown.data || act.busy} onClick={() => shown.data && void save(shown.data, 'docx')}>Word</Button>
      <Button kind="primary" icon="printer" disabled={!shown.data} onClick={() => window.print()}>打印</Button>
    </>
  );
  return (
    <Page title="表格材料" aside="都从记录里来，不用再填一遍" actions={actions}>
      <PaperTabs now="/paperwork" />
      <FilterBar>
        <FormSelect value={choice.form} onPick={(form) => setChoice({ ...choice, form })} />
        <PaperTarget choice={choice} onChange={(part) => setChoice({ ...choice, ...part })} />
      </FilterBar>
      <FailureNote failure={act.failure} />
      {want ? <Ready of={shown}>{(form) => <PrintForm form={form} />}</Ready> : <Empty title={missing(choice)}>选好以后，这里就是打印出来的样子</Empty>}
    </Page>
  );
}

function firstChoice(): PaperChoice {
  const form = formKeys.find((key) => key === askedIn('form')) ?? 'sign-in-blank';
  return { form, month: askedIn('month') || thisMonth(), wholeYear: false, groupId: askedIn('group'), sessionId: askedIn('session'), member: null };
}

function missing({ form }: PaperChoice): string {
  return { session: '要哪一场活动的', group: '要哪个小组的', member: '要谁的', town: '' }[formDefinition(form).subject];
}

/** By the town's own names; a leader has those of sessions and groups. */
function FormSelect({ value, onPick }: { value: FormKey; onPick: (form: FormKey) => void }) {
  const whole = useReach('paperwork.town') === 'town';
  const forms = useLoaded('forms', () => call('listForms', {})).data?.forms ?? [];
  const titles = new Map(forms.map(({ key, title }) => [key, title]));
  const mine = formKeys.filter((key) => whole || ['session', 'group'].includes(formDefinition(key).subject));
  return <BarSelect label="哪张表" value={value} choices={mine.map((key) => ({ value: key, label: titles.get(key) ?? formDefinition(key).title }))} onChange={(event) => onPick(event.target.value as FormKey)} />;
}
